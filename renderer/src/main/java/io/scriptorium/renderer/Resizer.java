package io.scriptorium.renderer;

/**
 * Brings a picture to another size: mean of areas where it shrinks, bicubic where it grows.
 *
 * <p>The cubic is that of Keys, Cubic convolution interpolation for digital image processing
 * (1981), with a = -1/2; what it would need beyond the edge is the edge.
 */
final class Resizer {
  private static final int TAPS = 4;

  private Resizer() {}

  static RasterImage resize(RasterImage image, int width, int height) {
    if (width <= image.width() && height <= image.height()) {
      return AreaScaler.scale(PixelRows.of(image.toBuffered()), width, height);
    }
    Taps across = Taps.of(image.width(), width);
    Taps down = Taps.of(image.height(), height);
    float[][] lines = new float[TAPS][3 * width];
    int read = 0;
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    for (int y = 0; y < height; y++) {
      int last = Math.min(image.height() - 1, down.first()[y] + TAPS - 1);
      for (; read <= last; read++) {
        widen(image, read, across, lines[read % TAPS]);
      }
      float[][] near = new float[TAPS][];
      for (int j = 0; j < TAPS; j++) {
        near[j] = lines[inside(down.first()[y] + j, image.height()) % TAPS];
      }
      mix(near, down.weights(), y * TAPS, rgb, y * 3 * width);
    }
    return new RasterImage(width, height, rgb);
  }

  /**
   * The neighbours of each pixel along one axis.
   *
   * @param first of each; it and those behind it may lie outside
   * @param weights of each, from {@code i * TAPS} on
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Taps(int[] first, float[] weights) {
    static Taps of(int from, int to) {
      int[] first = new int[to];
      float[] weights = new float[Math.multiplyExact(to, TAPS)];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * from / to - 0.5;
        int before = (int) Math.floor(centre);
        double t = centre - before;
        first[i] = before - 1;
        int at = i * TAPS;
        weights[at] = (float) (t * (-0.5 + t * (1 - 0.5 * t)));
        weights[at + 1] = (float) (1 + t * t * (-2.5 + 1.5 * t));
        weights[at + 2] = (float) (t * (0.5 + t * (2 - 1.5 * t)));
        weights[at + 3] = (float) (t * t * (-0.5 + 0.5 * t));
      }
      return new Taps(first, weights);
    }
  }

  private static int inside(int index, int count) {
    return Math.max(0, Math.min(count - 1, index));
  }

  private static void widen(RasterImage image, int y, Taps taps, float[] line) {
    byte[] rgb = image.rgb();
    int row = 3 * y * image.width();
    int edge = image.width() - TAPS;
    float[] weights = taps.weights();
    for (int x = 0, at = 0; at < line.length; x++, at += 3) {
      int first = taps.first()[x];
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int j = 0; j < TAPS; j++) {
        boolean far = first < 0 || first > edge;
        int from = row + 3 * (far ? inside(first + j, image.width()) : first + j);
        float weight = weights[x * TAPS + j];
        red += weight * (rgb[from] & 0xFF);
        green += weight * (rgb[from + 1] & 0xFF);
        blue += weight * (rgb[from + 2] & 0xFF);
      }
      line[at] = red;
      line[at + 1] = green;
      line[at + 2] = blue;
    }
  }

  private static void mix(float[][] lines, float[] weights, int of, byte[] rgb, int to) {
    float a = weights[of];
    float b = weights[of + 1];
    float c = weights[of + 2];
    float d = weights[of + 3];
    float[] first = lines[0];
    float[] second = lines[1];
    float[] third = lines[2];
    float[] fourth = lines[3];
    for (int i = 0; i < first.length; i++) {
      float value = a * first[i] + b * second[i] + c * third[i] + d * fourth[i] + 0.5f;
      rgb[to + i] = (byte) Math.max(0, Math.min(255, (int) value));
    }
  }
}

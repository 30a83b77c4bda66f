package io.scriptorium.renderer;

import java.util.Arrays;

/**
 * Brings a picture to another size: each pixel becomes the mean of the area that it covers in the
 * source. Thin strokes of a scan turn grey and do not drop out. Works row by row, so that a fine
 * scan never lies in memory as full RGB.
 */
final class AreaScaler {
  private final PixelRows source;
  private final Shares across;
  private final Shares down;
  private final byte[] row;
  private final float[] line;
  private int lineOf = -1;

  /**
   * Which pixels of the source one of the target covers, along one axis.
   *
   * @param first of each
   * @param weights of each, from {@code i * most} on; zero beyond those that it covers
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Shares(int most, int[] first, float[] weights) {
    static Shares of(int from, int to) {
      double step = (double) from / to;
      int most = (int) Math.min(from, Math.ceil(step) + 1);
      int[] first = new int[to];
      float[] weights = new float[Math.multiplyExact(to, most)];
      for (int i = 0; i < to; i++) {
        double start = i * step;
        double end = Math.min(start + step, from);
        // The window never reaches over the end, so that its tail needs no test.
        first[i] = Math.min((int) start, from - most);
        for (int j = 0; j < most; j++) {
          double covered = Math.min(end, first[i] + j + 1.0) - Math.max(start, first[i] + j);
          weights[i * most + j] = (float) (Math.max(0, covered) / step);
        }
      }
      return new Shares(most, first, weights);
    }
  }

  private AreaScaler(PixelRows source, int width, int height) {
    this.source = source;
    this.across = Shares.of(source.width(), width);
    this.down = Shares.of(source.height(), height);
    this.row = new byte[3 * source.width()];
    this.line = new float[3 * width];
  }

  static RasterImage scale(PixelRows source, int width, int height) {
    if (width == source.width() && height == source.height()) {
      return source.toRaster();
    }
    return new AreaScaler(source, width, height).scale(width, height);
  }

  private RasterImage scale(int width, int height) {
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    float[] sums = new float[line.length];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      for (int j = 0; j < down.most(); j++) {
        float weight = down.weights()[y * down.most() + j];
        if (weight > 0) {
          load(down.first()[y] + j);
          add(sums, weight);
        }
      }
      int at = y * sums.length;
      for (int i = 0; i < sums.length; i++) {
        rgb[at + i] = (byte) Math.min(255, (int) (sums[i] + 0.5f));
      }
    }
    return new RasterImage(width, height, rgb);
  }

  private void add(float[] sums, float weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * line[i];
    }
  }

  /** Reads a source row and scales it across, unless it is the one at hand. */
  private void load(int y) {
    if (lineOf == y) {
      return;
    }
    source.read(y, row);
    lineOf = y;
    int most = across.most();
    float[] weights = across.weights();
    for (int x = 0, at = 0, k = 0; at < line.length; x++, at += 3) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int from = 3 * across.first()[x];
      for (int end = k + most; k < end; k++, from += 3) {
        float weight = weights[k];
        red += weight * (row[from] & 0xFF);
        green += weight * (row[from + 1] & 0xFF);
        blue += weight * (row[from + 2] & 0xFF);
      }
      line[at] = red;
      line[at + 1] = green;
      line[at + 2] = blue;
    }
  }
}

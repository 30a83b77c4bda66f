package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * A lens out of focus.
 *
 * @param sigma of the Gaussian in pixels
 */
record Blur(double sigma) implements Effect {
  private static final int ONE = 1 << 12;

  @Override
  public String name() {
    return "blur";
  }

  @Override
  public double strength() {
    return sigma;
  }

  @Override
  public Raster apply(Raster picture) {
    for (byte[] plane : picture.planes()) {
      apply(plane, picture.width(), picture.height());
    }
    return picture;
  }

  void apply(byte[] plane, int width, int height) {
    int[] kernel = kernel();
    int radius = kernel.length - 1;
    int[] line = new int[width + 2 * radius];
    for (int y = 0; y < height; y++) {
      load(line, plane, y * width, width, radius);
      store(line, plane, y * width, width, kernel);
    }
    // Down the picture whole rows are weighed at a time, which caches like.
    byte[] before = plane.clone();
    int[] sums = new int[width];
    for (int y = 0; y < height; y++) {
      weigh(sums, before, y * width, kernel[0]);
      for (int i = 1; i <= radius; i++) {
        addWeighed(sums, before, Math.max(0, y - i) * width, kernel[i]);
        addWeighed(sums, before, Math.min(height - 1, y + i) * width, kernel[i]);
      }
      for (int x = 0; x < width; x++) {
        plane[y * width + x] = (byte) (sums[x] >> 12);
      }
    }
  }

  private static void weigh(int[] sums, byte[] plane, int row, int weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] = ONE / 2 + (plane[row + x] & 0xFF) * weight;
    }
  }

  private static void addWeighed(int[] sums, byte[] plane, int row, int weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (plane[row + x] & 0xFF) * weight;
    }
  }

  private static void load(int[] line, byte[] plane, int from, int length, int radius) {
    for (int i = 0; i < length; i++) {
      line[radius + i] = plane[from + i] & 0xFF;
    }
    for (int i = 0; i < radius; i++) {
      line[i] = line[radius];
      line[radius + length + i] = line[radius + length - 1];
    }
  }

  private static void store(int[] line, byte[] plane, int from, int length, int[] kernel) {
    int radius = kernel.length - 1;
    for (int i = 0; i < length; i++) {
      int at = radius + i;
      int sum = ONE / 2 + line[at] * kernel[0];
      for (int k = 1; k <= radius; k++) {
        sum += (line[at - k] + line[at + k]) * kernel[k];
      }
      plane[from + i] = (byte) (sum >> 12);
    }
  }

  /** Weights from the middle outwards; both sides together make {@link #ONE}. */
  private int[] kernel() {
    int radius = Math.max(1, (int) Math.ceil(2.5 * sigma));
    double[] weights = new double[radius + 1];
    double total = 0;
    for (int i = 0; i <= radius; i++) {
      // StrictMath, as Math may answer differently on another machine.
      weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
      total += i == 0 ? weights[i] : 2 * weights[i];
    }
    int[] kernel = new int[radius + 1];
    kernel[0] = ONE;
    for (int i = 1; i <= radius; i++) {
      kernel[i] = (int) Math.round(weights[i] / total * ONE);
      kernel[0] -= 2 * kernel[i];
    }
    return kernel;
  }
}

package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * A scan with fewer dots than the picture has pixels.
 *
 * @param strength the share of the dots in a line that is left, 0 to 1; less is worse
 */
record LowResolution(double strength) implements Effect {
  @Override
  public String name() {
    return "resolution";
  }

  @Override
  public Raster apply(Raster picture) {
    int width = Math.max(1, (int) Math.round(picture.width() * strength));
    int height = Math.max(1, (int) Math.round(picture.height() * strength));
    return scaled(scaled(picture, width, height), picture.width(), picture.height());
  }

  /** Between the four nearest dots, which for the sizes in question is as good as a mean. */
  private static Raster scaled(Raster from, int width, int height) {
    byte[][] planes = new byte[from.planes().length][width * height];
    int[] left = new int[width];
    int[] share = new int[width];
    for (int x = 0; x < width; x++) {
      double at = place(x, width, from.width());
      left[x] = (int) at;
      share[x] = (int) ((at - left[x]) * 256);
    }
    for (int y = 0; y < height; y++) {
      double at = place(y, height, from.height());
      int above = (int) at;
      int down = (int) ((at - above) * 256);
      int upper = above * from.width();
      int lower = Math.min(from.height() - 1, above + 1) * from.width();
      for (int band = 0; band < planes.length; band++) {
        byte[] plane = from.planes()[band];
        byte[] to = planes[band];
        for (int x = 0; x < width; x++) {
          int a = left[x];
          int b = Math.min(from.width() - 1, a + 1);
          int top =
              (plane[upper + a] & 0xFF) * (256 - share[x]) + (plane[upper + b] & 0xFF) * share[x];
          int bottom =
              (plane[lower + a] & 0xFF) * (256 - share[x]) + (plane[lower + b] & 0xFF) * share[x];
          to[y * width + x] = (byte) ((top * (256 - down) + bottom * down + (1 << 15)) >> 16);
        }
      }
    }
    return new Raster(width, height, planes);
  }

  /** Where the middle of a dot lies among those of another line. */
  private static double place(int i, int length, int other) {
    return Math.max(0, Math.min(other - 1.0, (i + 0.5) * other / length - 0.5));
  }
}

package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * A lamp that stands to one side.
 *
 * @param strength how much darker the darkest place is than the brightest, 0 to 1
 * @param lampX where it is brightest, as a fraction of the width
 * @param lampY and of the height
 */
record UnevenLight(double strength, double lampX, double lampY) implements Effect {
  @Override
  public String name() {
    return "uneven_light";
  }

  @Override
  public Raster apply(Raster picture) {
    double farthest = square(0.5 + Math.abs(lampX - 0.5)) + square(0.5 + Math.abs(lampY - 0.5));
    int[] across = new int[picture.width()];
    for (int x = 0; x < across.length; x++) {
      double away = square((double) x / across.length - lampX) / farthest;
      across[x] = (int) (strength * away * 65536);
    }
    for (int y = 0; y < picture.height(); y++) {
      double away = square((double) y / picture.height() - lampY) / farthest;
      int light = 65536 - (int) (strength * away * 65536);
      int row = y * picture.width();
      for (byte[] plane : picture.planes()) {
        for (int x = 0; x < across.length; x++) {
          plane[row + x] = (byte) (((plane[row + x] & 0xFF) * (light - across[x])) >> 16);
        }
      }
    }
    return picture;
  }

  private static double square(double x) {
    return x * x;
  }
}

package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * A black and white scan, at twice the resolution of the page it is then brought to.
 *
 * @param strength how rough edges are, 0 to 1
 * @param threshold below which a dot is black, of 255
 */
record Bilevel(double strength, int threshold, Dice dice) {
  /** How much larger the picture must be drawn. */
  static final int SCALE = 2;

  String name() {
    return "bilevel";
  }

  Raster apply(Raster drawn) {
    int width = drawn.width() / SCALE;
    int height = drawn.height() / SCALE;
    byte[] from = drawn.planes()[0];
    byte[] to = new byte[width * height];
    int rough = (int) Math.round(strength * 255);
    for (int y = 0; y < height; y++) {
      int upper = SCALE * y * drawn.width();
      int lower = upper + drawn.width();
      for (int x = 0; x < width; x++) {
        long bits = dice.bits();
        int white =
            dot(from[upper + 2 * x], rough, bits)
                + dot(from[upper + 2 * x + 1], rough, bits >> 8)
                + dot(from[lower + 2 * x], rough, bits >> 16)
                + dot(from[lower + 2 * x + 1], rough, bits >> 24);
        to[y * width + x] = (byte) (white * 255 / 4);
      }
    }
    return new Raster(width, height, new byte[][] {to});
  }

  private int dot(byte sample, int rough, long bits) {
    int edge = ((int) ((bits & 0xFF) - 128) * rough) >> 8;
    return (sample & 0xFF) + edge > threshold ? 1 : 0;
  }
}

package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * Specks on the glass, dark on paper and light on ink, too small to be taken for a mark.
 *
 * @param strength specks in a million pixels
 */
record Dust(double strength, Dice dice) implements Effect {
  @Override
  public String name() {
    return "dust";
  }

  @Override
  public Raster apply(Raster picture) {
    int specks = (int) Math.round(strength * picture.width() * picture.height() / 1e6);
    for (int i = 0; i < specks; i++) {
      int x = dice.between(0, picture.width() - 1);
      int y = dice.between(0, picture.height() - 1);
      int at = y * picture.width() + x;
      int depth = dice.between(60, 200);
      for (byte[] plane : picture.planes()) {
        int value = plane[at] & 0xFF;
        plane[at] = (byte) (value > 127 ? value - Math.min(value, depth) : value + depth / 3);
      }
    }
    return picture;
  }
}

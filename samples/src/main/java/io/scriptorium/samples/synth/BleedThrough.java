package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/** The other side of the sheet shines through: the page itself, mirrored and washed out. */
record BleedThrough(double strength) implements Effect {
  private static final Blur WASH = new Blur(1.5);

  @Override
  public String name() {
    return "bleed_through";
  }

  @Override
  public Raster apply(Raster picture) {
    int share = (int) Math.round(strength * 256);
    for (byte[] plane : picture.planes()) {
      byte[] other = plane.clone();
      WASH.apply(other, picture.width(), picture.height());
      for (int y = 0; y < picture.height(); y++) {
        int row = y * picture.width();
        int mirrored = row + picture.width() - 1;
        for (int x = 0; x < picture.width(); x++) {
          int ink = 255 - (other[mirrored - x] & 0xFF);
          plane[row + x] = (byte) Math.max(0, (plane[row + x] & 0xFF) - ((ink * share) >> 8));
        }
      }
    }
    return picture;
  }
}

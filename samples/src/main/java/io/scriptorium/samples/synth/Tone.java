package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * Paper that is not quite white and ink that is not quite black.
 *
 * @param fading how much of the ink is gone, 0 to 1
 * @param paper what white becomes, of 1, for red, green and blue
 */
record Tone(double fading, double[] paper) implements Effect {
  @Override
  public String name() {
    return "fading";
  }

  @Override
  public double strength() {
    return fading;
  }

  @Override
  public Raster apply(Raster picture) {
    for (int band = 0; band < picture.planes().length; band++) {
      byte[] table = new byte[256];
      for (int i = 0; i < 256; i++) {
        table[i] = (byte) Math.round((i + (255 - i) * fading) * paper[band]);
      }
      byte[] plane = picture.planes()[band];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = table[plane[i] & 0xFF];
      }
    }
    return picture;
  }
}

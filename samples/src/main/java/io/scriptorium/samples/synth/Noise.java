package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;

/**
 * Grain of paper and sensor.
 *
 * @param strength deviation of a sample, of 255
 */
record Noise(double strength, Dice dice) implements Effect {
  private static final int VALUES = 4096;

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public Raster apply(Raster picture) {
    byte[] grain = new byte[VALUES];
    for (int i = 0; i < VALUES; i++) {
      grain[i] = (byte) Math.max(-127, Math.min(127, Math.round(strength * dice.normal())));
    }
    int length = picture.width() * picture.height();
    long bits = 0;
    int left = 0;
    for (int i = 0; i < length; i++) {
      // Five values from one throw, of 12 bits each.
      if (left == 0) {
        bits = dice.bits();
        left = 5;
      }
      int add = grain[(int) bits & (VALUES - 1)];
      bits >>>= 12;
      left--;
      for (byte[] plane : picture.planes()) {
        int value = (plane[i] & 0xFF) + add;
        plane[i] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return picture;
  }
}

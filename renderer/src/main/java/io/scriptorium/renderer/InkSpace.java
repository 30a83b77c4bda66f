package io.scriptorium.renderer;

import java.awt.color.ColorSpace;

/**
 * Cyan, magenta, yellow and black without a profile, each taking its part of the light away. What a
 * press would make of them is not known, and the same on each machine matters more than a guess.
 */
final class InkSpace extends ColorSpace {
  static final InkSpace INSTANCE = new InkSpace();

  private static final long serialVersionUID = 1L;

  private InkSpace() {
    super(ColorSpace.TYPE_CMYK, 4);
  }

  @Override
  public float[] toRGB(float[] inks) {
    float light = 1 - inks[3];
    return new float[] {(1 - inks[0]) * light, (1 - inks[1]) * light, (1 - inks[2]) * light};
  }

  @Override
  public float[] fromRGB(float[] rgb) {
    float light = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
    if (light == 0) {
      return new float[] {0, 0, 0, 1};
    }
    return new float[] {1 - rgb[0] / light, 1 - rgb[1] / light, 1 - rgb[2] / light, 1 - light};
  }

  @Override
  public float[] toCIEXYZ(float[] inks) {
    return ColorSpace.getInstance(CS_sRGB).toCIEXYZ(toRGB(inks));
  }

  @Override
  public float[] fromCIEXYZ(float[] xyz) {
    return fromRGB(ColorSpace.getInstance(CS_sRGB).fromCIEXYZ(xyz));
  }
}

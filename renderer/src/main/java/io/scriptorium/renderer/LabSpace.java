package io.scriptorium.renderer;

import java.awt.color.ColorSpace;

/**
 * Lightness and two colour differences as TIFF stores them (CIE L*a*b* of 1976, white D50). The
 * matrix leads from XYZ under D50 to linear sRGB, with the white adapted as Bradford has it.
 */
final class LabSpace extends ColorSpace {
  /** Differences with a sign, or shifted to be without one. */
  static final LabSpace SIGNED = new LabSpace(true);

  static final LabSpace SHIFTED = new LabSpace(false);

  private static final long serialVersionUID = 1L;

  private static final double[] WHITE = {0.96422, 1, 0.82521};
  private static final double[][] TO_LINEAR = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  private final boolean signed;

  private LabSpace(boolean signed) {
    super(ColorSpace.TYPE_Lab, 3);
    this.signed = signed;
  }

  /** Turns stored samples of 8 or 16 bits into bytes. */
  void toRgb(int[] samples, int from, int bits, byte[] rgb, int to) {
    double unit = bits == 8 ? 1 : 256;
    double lightest = bits == 8 ? 255 : signed ? 65_535 : 65_280;
    float[] lab = {
      (float) (samples[from] * 100 / lightest),
      (float) (difference(samples[from + 1], bits) / unit),
      (float) (difference(samples[from + 2], bits) / unit)
    };
    float[] color = toRGB(lab);
    for (int i = 0; i < 3; i++) {
      rgb[to + i] = (byte) Math.round(color[i] * 255);
    }
  }

  private int difference(int sample, int bits) {
    int half = 1 << (bits - 1);
    if (!signed) {
      return sample - half;
    }
    return sample < half ? sample : sample - 2 * half;
  }

  @Override
  public float[] toRGB(float[] lab) {
    double y = (lab[0] + 16) / 116;
    double[] xyz = {
      WHITE[0] * cubed(y + lab[1] / 500), WHITE[1] * cubed(y), WHITE[2] * cubed(y - lab[2] / 200)
    };
    float[] rgb = new float[3];
    for (int i = 0; i < 3; i++) {
      double[] row = TO_LINEAR[i];
      double linear = row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2];
      rgb[i] = (float) Math.max(0, Math.min(1, companded(linear)));
    }
    return rgb;
  }

  private static double cubed(double value) {
    double third = 6.0 / 29;
    return value > third ? value * value * value : 3 * third * third * (value - 4.0 / 29);
  }

  private static double companded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  @Override
  public float[] fromRGB(float[] rgb) {
    throw new UnsupportedOperationException("pictures are only read");
  }

  @Override
  public float[] toCIEXYZ(float[] lab) {
    throw new UnsupportedOperationException("pictures are only read");
  }

  @Override
  public float[] fromCIEXYZ(float[] xyz) {
    throw new UnsupportedOperationException("pictures are only read");
  }
}

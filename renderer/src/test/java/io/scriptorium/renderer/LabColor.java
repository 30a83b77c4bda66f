package io.scriptorium.renderer;

import java.awt.Color;

/** A colour of sRGB as the eye sees it (CIE L*a*b* of 1976, white D65). */
record LabColor(double lightness, double a, double b) {
  static LabColor of(Color color) {
    double red = linear(color.getRed());
    double green = linear(color.getGreen());
    double blue = linear(color.getBlue());
    double x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    double y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    double z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  double distanceTo(LabColor other) {
    return Math.sqrt(
        Math.pow(lightness - other.lightness, 2)
            + Math.pow(a - other.a, 2)
            + Math.pow(b - other.b, 2));
  }

  private static double linear(int value) {
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : value * 7.787 + 16.0 / 116;
  }
}

package io.scriptorium.renderer;

import java.awt.Color;
import org.assertj.core.api.AbstractAssert;

/** Looks at single pixels: {@code assertThatImage(image).hasColor(Color.RED, 10, 20)}. */
final class RasterAssert extends AbstractAssert<RasterAssert, RasterImage> {
  /** What lossy packing may change in a channel. */
  private static final int TOLERANCE = 12;

  private RasterAssert(RasterImage image) {
    super(image, RasterAssert.class);
  }

  static RasterAssert assertThatImage(RasterImage image) {
    return new RasterAssert(image);
  }

  RasterAssert hasSize(int width, int height) {
    if (actual.width() != width || actual.height() != height) {
      failWithMessage(
          "expected %d x %d pixels but there are %d x %d",
          width, height, actual.width(), actual.height());
    }
    return this;
  }

  RasterAssert hasColor(Color expected, int x, int y) {
    Color found = colorAt(x, y);
    if (distance(expected.getRed(), found.getRed()) > TOLERANCE
        || distance(expected.getGreen(), found.getGreen()) > TOLERANCE
        || distance(expected.getBlue(), found.getBlue()) > TOLERANCE) {
      failWithMessage("expected %s at (%d, %d) but found %s", expected, x, y, found);
    }
    return this;
  }

  RasterAssert hasExactly(Color expected, int x, int y) {
    Color found = colorAt(x, y);
    if (!expected.equals(found)) {
      failWithMessage("expected %s at (%d, %d) but found %s", expected, x, y, found);
    }
    return this;
  }

  /** A colour as near as the eye has it: a distance of 1 (CIE 1976) can just be seen. */
  RasterAssert hasColorWithin(double distance, Color expected, int x, int y) {
    Color found = colorAt(x, y);
    double between = LabColor.of(expected).distanceTo(LabColor.of(found));
    if (between > distance) {
      failWithMessage(
          "expected %s at (%d, %d) but found %s, which is %.2f away",
          expected, x, y, found, between);
    }
    return this;
  }

  /**
   * The four colours of {@code TestImages.quadrants}, row by row, in the middle of each quarter.
   */
  RasterAssert hasQuadrants(Color first, Color second, Color third, Color fourth) {
    int right = actual.width() * 3 / 4;
    int below = actual.height() * 3 / 4;
    return hasColor(first, actual.width() / 4, actual.height() / 4)
        .hasColor(second, right, actual.height() / 4)
        .hasColor(third, actual.width() / 4, below)
        .hasColor(fourth, right, below);
  }

  private Color colorAt(int x, int y) {
    int at = 3 * (y * actual.width() + x);
    byte[] rgb = actual.rgb();
    return new Color(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
  }

  private static int distance(int a, int b) {
    return Math.abs(a - b);
  }
}

package io.scriptorium.renderer;

import java.awt.geom.AffineTransform;
import java.util.stream.DoubleStream;

/**
 * The affine way from page pixels (origin top left, y down) to PDF user space points of the
 * unrotated page (origin bottom left, y up): {@code X = a x + c y + e}, {@code Y = b x + d y + f}.
 * Pixel coordinates are those of the edges between pixels, so that the centre of the first pixel is
 * (0.5, 0.5).
 */
public record PageTransform(double a, double b, double c, double d, double e, double f) {
  public PageTransform {
    if (!DoubleStream.of(a, b, c, d, e, f).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "transform (%s %s %s %s %s %s) is not finite".formatted(a, b, c, d, e, f));
    }
    if (a * d - b * c == 0) {
      throw new IllegalArgumentException(
          "transform (%s %s %s %s %s %s) has no inverse".formatted(a, b, c, d, e, f));
    }
    // Adding zero turns the negative zeros of a turned page into plain ones.
    a += 0.0;
    b += 0.0;
    c += 0.0;
    d += 0.0;
    e += 0.0;
    f += 0.0;
  }

  /** Horizontal position in points of a place in the page image. */
  public double pointX(double pixelX, double pixelY) {
    return a * pixelX + c * pixelY + e;
  }

  /** Vertical position in points of a place in the page image. */
  public double pointY(double pixelX, double pixelY) {
    return b * pixelX + d * pixelY + f;
  }

  static PageTransform of(AffineTransform transform) {
    return new PageTransform(
        rounded(transform.getScaleX()),
        rounded(transform.getShearY()),
        rounded(transform.getShearX()),
        rounded(transform.getScaleY()),
        rounded(transform.getTranslateX()),
        rounded(transform.getTranslateY()));
  }

  /** The renderer scales in single precision; 200 dpi should be 0.36 points and nothing near it. */
  private static double rounded(double value) {
    return Math.rint(value * 1e7) / 1e7;
  }
}

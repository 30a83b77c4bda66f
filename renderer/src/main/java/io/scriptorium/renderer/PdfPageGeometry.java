package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * How a page of a PDF comes to lie in its image.
 *
 * @param box what is shown of the page, in units of its user space
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 * @param scale pixels per unit of user space
 * @param userUnit length of such a unit in 1/72 inch
 */
record PdfPageGeometry(PDRectangle box, int rotation, float scale, float userUnit) {
  /** Keeps a rounding in the renderer from gaining a row of pixels. */
  private static final double BELOW_ONE = 1 - 1e-6;

  /** The same for a row that should not be lost. */
  private static final double ABOVE_ONE = 1 + 1e-6;

  /** What is this little below a whole pixel is meant to be one. */
  private static final double PIXEL_ROUNDING = 1e-3;

  /**
   * Fits a page into the limits: at the resolution asked for, or coarser.
   *
   * @throws RenderException if the page has no area
   */
  static PdfPageGeometry of(PDPage page, int number, RenderOptions options) throws RenderException {
    return of(page, number, options.dpi(), options);
  }

  /** The same for another resolution than that of the options. */
  static PdfPageGeometry of(PDPage page, int number, double dpi, RenderOptions options)
      throws RenderException {
    PDRectangle box = shown(page);
    if (isEmpty(box)) {
      throw new RenderException(
          Code.PAGE_DAMAGED,
          "page %d has no area: %s x %s points".formatted(number, box.getWidth(), box.getHeight()));
    }
    double width = box.getWidth();
    double height = box.getHeight();
    float userUnit = page.getUserUnit();
    double least = Math.sqrt(options.minPixels() / (width * height)) * ABOVE_ONE;
    double asked = Math.max(dpi / 72.0 * userUnit, least);
    double fitting = Math.sqrt(options.maxPixels() / (width * height)) * BELOW_ONE;
    // A side is never below one pixel, so a thin strip is bounded by its length.
    double longest = options.maxPixels() / Math.max(width, height) * BELOW_ONE;
    double scale = Math.min(asked, Math.min(fitting, longest));
    float rendered = (float) scale;
    if (scale == asked) {
      rendered = wholePixels(rendered, box.getWidth(), width * scale);
      rendered = wholePixels(rendered, box.getHeight(), height * scale);
    }
    return new PdfPageGeometry(box, page.getRotation(), rendered, userUnit);
  }

  /**
   * The least scale from here at which a side has its pixels. The renderer multiplies in single
   * precision and cuts the fraction off, which would make 612 points at 200 dpi 1699 pixels.
   */
  private static float wholePixels(float scale, float side, double pixels) {
    float enough = scale;
    while (Math.floor(side * enough) < Math.floor(pixels + PIXEL_ROUNDING)) {
      enough = Math.nextUp(enough);
    }
    return enough;
  }

  /** To a thousandth: the scale is a float, and 200 dpi should say so. */
  double dpi() {
    double dpi = scale * 72.0 / userUnit;
    return dpi < 1 ? dpi : Math.rint(dpi * 1000) / 1000;
  }

  /** What is shown of the page, in user space. */
  Rectangle2D area() {
    return new Rectangle2D.Double(
        box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
  }

  /** The way from user space to the pixels of the drawn page. */
  AffineTransform toPixels() {
    double width = box.getWidth();
    double height = box.getHeight();
    AffineTransform toPixels = AffineTransform.getScaleInstance(scale, scale);
    switch (rotation) {
      case 90 -> toPixels.translate(height, 0);
      case 180 -> toPixels.translate(width, height);
      case 270 -> toPixels.translate(0, width);
      default -> {}
    }
    toPixels.quadrantRotate(rotation / 90);
    toPixels.translate(0, height);
    toPixels.scale(1, -1);
    toPixels.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
    return toPixels;
  }

  /** The crop box; a page whose crop box lies outside of it is shown whole, as viewers do. */
  private static PDRectangle shown(PDPage page) {
    PDRectangle crop = page.getCropBox();
    if (!isEmpty(crop)) {
      return crop;
    }
    page.setCropBox(null);
    return page.getMediaBox();
  }

  private static boolean isEmpty(PDRectangle box) {
    double area = (double) box.getWidth() * box.getHeight();
    return !(box.getWidth() > 0 && box.getHeight() > 0) || !Double.isFinite(area);
  }
}

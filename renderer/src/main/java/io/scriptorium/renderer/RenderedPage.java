package io.scriptorium.renderer;

import java.util.ArrayList;
import java.util.List;

/**
 * One upright page.
 *
 * @param number from 1
 * @param image the pixels
 * @param dpi pixels per inch of the image; for a scan, as its file states it, and 72 if it does not
 * @param toPdfPoints the way back to the points of the source page; for a picture that is no PDF,
 *     points are 1/72 inch at its dpi, from the lower left corner of the upright picture
 * @param warnings what is odd about the page; empty as a rule
 * @param ink what there is to be seen
 * @param text the characters that a PDF says there are
 */
public record RenderedPage(
    int number,
    RasterImage image,
    double dpi,
    PageTransform toPdfPoints,
    List<RenderWarning> warnings,
    PageInk ink,
    TextLayer text) {
  public RenderedPage {
    if (number < 1) {
      throw new IllegalArgumentException("page number (" + number + ") is below 1");
    }
    if (!(dpi > 0) || Double.isInfinite(dpi)) {
      throw new IllegalArgumentException("dpi (" + dpi + ") is not above 0");
    }
    warnings = List.copyOf(warnings);
  }

  /** The same page with one more warning. */
  public RenderedPage withWarning(RenderWarning warning) {
    List<RenderWarning> all = new ArrayList<>(warnings);
    all.add(warning);
    return new RenderedPage(number, image, dpi, toPdfPoints, all, ink, text);
  }
}

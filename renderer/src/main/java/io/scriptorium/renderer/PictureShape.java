package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.util.Locale;

/**
 * What the header of a picture claims; nothing has been allocated for it yet.
 *
 * @param width in pixels, as unsigned as formats store it
 * @param height in pixels
 * @param bitsPerPixel memory that decoding takes for each pixel
 */
record PictureShape(long width, long height, long bitsPerPixel) {
  /** A longer row would need more memory than the picture itself while it is scaled. */
  private static final int MOST_SIDE = 1 << 24;

  /**
   * Requires that the picture can be decoded within the budget.
   *
   * @param what names the picture in the error
   */
  void requireWithin(RenderOptions options, String what) throws RenderException {
    if (width < 1 || height < 1) {
      throw new RenderException(
          Code.PAGE_DAMAGED,
          "%s has %d x %d pixels, which is no area".formatted(what, width, height));
    }
    if (!isWithin(options)) {
      throw new RenderException(
          Code.PAGE_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "%s has %d x %d pixels, which take %.0f bytes to decode; the limit is %d",
              what,
              width,
              height,
              decodedBytes(),
              options.maxDecodedBytes()));
    }
  }

  boolean isWithin(RenderOptions options) {
    return decodedBytes() <= options.maxDecodedBytes() && width <= MOST_SIDE && height <= MOST_SIDE;
  }

  /** As a floating-point number, which holds the product of any two sides. */
  double pixels() {
    return (double) width * height;
  }

  private double decodedBytes() {
    return Math.ceil((double) width * bitsPerPixel / 8) * height;
  }
}

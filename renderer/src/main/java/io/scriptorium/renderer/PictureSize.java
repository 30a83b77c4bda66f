package io.scriptorium.renderer;

/** The size at which a stored picture is handed on: with square pixels, and within the limit. */
record PictureSize(int width, int height, double dpi) {
  /** Below this the pixels of a scan count as square, and are left as they are. */
  private static final double SQUARE_ENOUGH = 1.02;

  static PictureSize of(PixelRows rows, Resolution resolution, long maxPixels) {
    double dpi = resolution.square();
    double width = rows.width() * stretch(dpi / resolution.across());
    double height = rows.height() * stretch(dpi / resolution.down());
    double shrink = Math.min(1, Math.sqrt(maxPixels / (width * height)));
    // A side is never below one pixel, so a thin strip is bounded by its length.
    shrink = Math.min(shrink, maxPixels / Math.max(width, height));
    return new PictureSize(pixels(width * shrink), pixels(height * shrink), dpi * shrink);
  }

  private static double stretch(double factor) {
    return factor < SQUARE_ENOUGH ? 1 : factor;
  }

  private static int pixels(double length) {
    return (int) Math.max(1, length);
  }
}

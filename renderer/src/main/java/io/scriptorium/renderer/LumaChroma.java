package io.scriptorium.renderer;

import java.awt.image.WritableRaster;

/** Colours as brightness and two differences, in the full range of 8 bits (ITU-R BT.601). */
final class LumaChroma {
  private static final int CENTRE = 128;

  private LumaChroma() {}

  /** Turns the first three samples of each pixel into red, green and blue. */
  static void toRgb(WritableRaster raster) {
    int bands = raster.getNumBands();
    int[] row = new int[raster.getWidth() * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += bands) {
        double luma = row[at];
        int blueness = row[at + 1] - CENTRE;
        int redness = row[at + 2] - CENTRE;
        row[at] = bounded(luma + 1.402 * redness);
        row[at + 1] = bounded(luma - 0.344136 * blueness - 0.714136 * redness);
        row[at + 2] = bounded(luma + 1.772 * blueness);
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }

  private static int bounded(double value) {
    return (int) Math.max(0, Math.min(255, Math.rint(value)));
  }
}

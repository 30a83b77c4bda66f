package io.scriptorium.renderer;

import java.util.Arrays;

/**
 * Brings a picture to another size: each pixel becomes the mean of the area that it covers in the
 * source. Thin strokes of a scan turn grey and do not drop out. Works row by row, so that a fine
 * scan never lies in memory as full RGB.
 */
final class AreaScaler {
  private final PixelRows source;
  private final int width;
  private final int height;
  private final byte[] row;
  private final float[] line;
  private int lineOf = -1;

  private AreaScaler(PixelRows source, int width, int height) {
    this.source = source;
    this.width = width;
    this.height = height;
    this.row = new byte[3 * source.width()];
    this.line = new float[3 * width];
  }

  static RasterImage scale(PixelRows source, int width, int height) {
    if (width == source.width() && height == source.height()) {
      return source.toRaster();
    }
    return new AreaScaler(source, width, height).scale();
  }

  private RasterImage scale() {
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    float[] sums = new float[line.length];
    double step = (double) source.height() / height;
    for (int y = 0; y < height; y++) {
      double top = y * step;
      double bottom = top + step;
      Arrays.fill(sums, 0);
      for (int from = (int) top; from < Math.min(bottom, source.height()); from++) {
        load(from);
        float weight = (float) ((Math.min(bottom, from + 1) - Math.max(top, from)) / step);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += weight * line[i];
        }
      }
      int at = y * sums.length;
      for (int i = 0; i < sums.length; i++) {
        rgb[at + i] = (byte) Math.min(255, Math.round(sums[i]));
      }
    }
    return new RasterImage(width, height, rgb);
  }

  /** Reads a source row and scales it across, unless it is the one at hand. */
  private void load(int y) {
    if (lineOf == y) {
      return;
    }
    source.read(y, row);
    lineOf = y;
    double step = (double) source.width() / width;
    for (int x = 0; x < width; x++) {
      double left = x * step;
      double right = left + step;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int from = (int) left; from < Math.min(right, source.width()); from++) {
        float weight = (float) ((Math.min(right, from + 1) - Math.max(left, from)) / step);
        red += weight * (row[3 * from] & 0xFF);
        green += weight * (row[3 * from + 1] & 0xFF);
        blue += weight * (row[3 * from + 2] & 0xFF);
      }
      line[3 * x] = red;
      line[3 * x + 1] = green;
      line[3 * x + 2] = blue;
    }
  }
}

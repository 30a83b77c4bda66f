package io.scriptorium.renderer;

import java.awt.image.BufferedImage;

/**
 * An 8-bit RGB picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb {@code height x width x 3} bytes, rows from the top, red first; not copied, so the
 *     owner must not write to it any more
 */
@SuppressWarnings("ArrayRecordComponent")
public record RasterImage(int width, int height, byte[] rgb) {
  public RasterImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image size " + width + " x " + height + " is empty");
    }
    if (rgb.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
      throw new IllegalArgumentException(
          rgb.length + " bytes do not hold " + width + " x " + height + " RGB pixels");
    }
  }

  /** The same picture so many times as large, one pixel across and down at least. */
  public RasterImage scaled(double factor) {
    return Resizer.resize(this, scaled(width, factor), scaled(height, factor));
  }

  private static int scaled(int side, double factor) {
    return (int) Math.max(1, Math.rint(side * factor));
  }

  BufferedImage toBuffered() {
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0, at = 3 * y * width; x < width; x++, at += 3) {
        row[x] = (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
      }
      buffered.setRGB(0, y, width, 1, row, 0, width);
    }
    return buffered;
  }
}

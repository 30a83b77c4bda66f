package io.scriptorium.renderer;

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
}

package io.scriptorium.modelruntime.preprocess;

/**
 * An image of 8 bits a channel in memory: rows from the top, pixels from the left, red, green,
 * blue.
 *
 * <p>The array is neither copied in nor out, since pages are large: who hands it over stops writing
 * to it. Two images are equal only if they hold the same array.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb {@code 3 * width * height} bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record RgbImage(int width, int height, byte[] rgb) {

  static final int CHANNELS = 3;

  public RgbImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "an image of " + width + "x" + height + " pixels has no content");
    }
    if (rgb.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "an image of " + width + "x" + height + " pixels cannot have " + rgb.length + " bytes");
    }
  }
}

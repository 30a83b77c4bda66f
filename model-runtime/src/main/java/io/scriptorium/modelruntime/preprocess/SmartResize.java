package io.scriptorium.modelruntime.preprocess;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;

/**
 * The size at which the model sees an image: both sides multiples of a factor, the area between two
 * limits, the aspect ratio kept as well as that allows.
 *
 * <p>The same arithmetic as the reference image processor, to the last bit: halves are rounded to
 * even, and divisions happen in the reference's order.
 */
public final class SmartResize {

  /** Longest side over shortest side; thinner images are refused, as by the reference. */
  public static final int MAX_ASPECT_RATIO = 200;

  private SmartResize() {}

  /**
   * The size for an image.
   *
   * @param height of the image in pixels
   * @param width of the image in pixels
   * @param factor what both sides become a multiple of: patch size times merge size
   * @param minPixels smallest area
   * @param maxPixels largest area
   * @throws ModelException IMAGE_UNSUPPORTED if the image is thinner than 1:200
   */
  public static ImageSize targetSize(
      int height, int width, int factor, long minPixels, long maxPixels) throws ModelException {
    ImageSize source = new ImageSize(width, height);
    if (factor < 1 || minPixels < 1 || maxPixels < minPixels) {
      throw new IllegalArgumentException(
          "factor " + factor + " and areas " + minPixels + ".." + maxPixels + " allow no size");
    }
    if ((double) Math.max(height, width) / Math.min(height, width) > MAX_ASPECT_RATIO) {
      throw new ModelException(
          Code.IMAGE_UNSUPPORTED,
          "an image of " + source + " pixels is thinner than 1:" + MAX_ASPECT_RATIO);
    }
    long targetHeight = factor * (long) Math.rint((double) height / factor);
    long targetWidth = factor * (long) Math.rint((double) width / factor);
    double area = (double) height * width;
    if (targetHeight * targetWidth > maxPixels) {
      double beta = Math.sqrt(area / maxPixels);
      targetHeight = Math.max(factor, factor * (long) Math.floor(height / beta / factor));
      targetWidth = Math.max(factor, factor * (long) Math.floor(width / beta / factor));
    } else if (targetHeight * targetWidth < minPixels) {
      double beta = Math.sqrt(minPixels / area);
      targetHeight = factor * (long) Math.ceil(height * beta / factor);
      targetWidth = factor * (long) Math.ceil(width * beta / factor);
    }
    return new ImageSize(Math.toIntExact(targetWidth), Math.toIntExact(targetHeight));
  }
}

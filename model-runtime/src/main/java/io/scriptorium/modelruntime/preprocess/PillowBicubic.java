package io.scriptorium.modelruntime.preprocess;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bicubic resampling that yields the same bytes as Pillow, with which the model was trained.
 *
 * <p>Rows first, then columns, with the result of the first pass rounded to bytes; an axis whose
 * size stays is left alone. This is the order of Pillow up to 12; Pillow 13 takes the columns first
 * where that is cheaper, which moves some samples by up to 20 levels.
 *
 * <p>Rows are shared out over the common fork-join pool.
 */
public final class PillowBicubic {

  private static final int HALF = 1 << (ResampleWeights.PRECISION_BITS - 1);
  private static final int SHIFT = ResampleWeights.PRECISION_BITS;

  /** Output rows a task of the vertical pass computes. */
  private static final int BAND = 16;

  private PillowBicubic() {}

  /**
   * The image at another size; the image itself if it has that size already.
   *
   * @throws IllegalArgumentException if the target is empty or larger than an array can hold
   */
  public static RgbImage resize(RgbImage image, int width, int height) {
    ImageSize target = new ImageSize(width, height);
    requireArraySize(width, image.height());
    requireArraySize(target.width(), target.height());
    RgbImage wide = width == image.width() ? image : resizeRows(image, width);
    return height == image.height() ? wide : resizeColumns(wide, height);
  }

  private static void requireArraySize(int width, int height) {
    if ((long) RgbImage.CHANNELS * width * height > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "an image of " + width + "x" + height + " pixels does not fit into an array");
    }
  }

  private static RgbImage resizeRows(RgbImage image, int width) {
    ResampleWeights weights = new ResampleWeights(image.width(), width);
    byte[] source = image.rgb();
    byte[] target = new byte[RgbImage.CHANNELS * width * image.height()];
    int sourceRow = RgbImage.CHANNELS * image.width();
    int targetRow = RgbImage.CHANNELS * width;
    IntStream.range(0, image.height())
        .parallel()
        .forEach(y -> resizeRow(weights, source, y * sourceRow, target, y * targetRow));
    return new RgbImage(width, image.height(), target);
  }

  private static void resizeRow(
      ResampleWeights weights, byte[] source, int sourceRow, byte[] target, int targetRow) {
    int out = targetRow;
    for (int x = 0; x < weights.outputSize; x++) {
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      int in = sourceRow + RgbImage.CHANNELS * weights.first[x];
      int k = x * weights.stride;
      for (int end = k + weights.count[x]; k < end; k++) {
        int weight = weights.weights[k];
        red += weight * (source[in] & 0xff);
        green += weight * (source[in + 1] & 0xff);
        blue += weight * (source[in + 2] & 0xff);
        in += RgbImage.CHANNELS;
      }
      target[out] = toByte(red);
      target[out + 1] = toByte(green);
      target[out + 2] = toByte(blue);
      out += RgbImage.CHANNELS;
    }
  }

  private static RgbImage resizeColumns(RgbImage image, int height) {
    ResampleWeights weights = new ResampleWeights(image.height(), height);
    int row = RgbImage.CHANNELS * image.width();
    byte[] target = new byte[row * height];
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(
            band -> {
              int[] sums = new int[row];
              int end = Math.min(height, (band + 1) * BAND);
              for (int y = band * BAND; y < end; y++) {
                resizeColumnsOfRow(weights, y, image.rgb(), target, sums);
              }
            });
    return new RgbImage(image.width(), height, target);
  }

  private static void resizeColumnsOfRow(
      ResampleWeights weights, int y, byte[] source, byte[] target, int[] sums) {
    Arrays.fill(sums, HALF);
    for (int j = 0; j < weights.count[y]; j++) {
      int row = (weights.first[y] + j) * sums.length;
      addRow(sums, source, row, weights.weights[y * weights.stride + j]);
    }
    int out = y * sums.length;
    for (int x = 0; x < sums.length; x++) {
      target[out + x] = toByte(sums[x]);
    }
  }

  private static void addRow(int[] sums, byte[] source, int row, int weight) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * (source[row + x] & 0xff);
    }
  }

  private static byte toByte(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> SHIFT));
  }
}

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
 * <p>Where all that a pixel is made of has one colour, it has that colour too: weights add up to
 * one but for a rounding that no byte sees. Most of a page is paper, so that this saves most of the
 * work.
 *
 * <p>Rows are shared out over the common fork-join pool.
 */
public final class PillowBicubic {

  private static final int HALF = 1 << (ResampleWeights.PRECISION_BITS - 1);
  private static final int SHIFT = ResampleWeights.PRECISION_BITS;

  /** Output rows a task of the vertical pass computes. */
  private static final int BAND = 16;

  /** On grain, where no pixel is like the next, looking at each would take long. */
  private static final int LOOK_PIXELS = 16;

  /** With more, the roundings of the weights could add up to a level. */
  private static final int MOST_WEIGHTS = 4096;

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
    int sourceEnd = sourceRow + RgbImage.CHANNELS * weights.inputSize;
    boolean mayCopy = weights.stride <= MOST_WEIGHTS;
    for (int x = 0; x < weights.outputSize; ) {
      int low = weights.first[x];
      int at = sourceRow + RgbImage.CHANNELS * low;
      int plainEnd = mayCopy ? low + plainPixels(source, at, sourceEnd) : low;
      for (; x < weights.outputSize && weights.first[x] + weights.count[x] <= plainEnd; x++) {
        int out = targetRow + RgbImage.CHANNELS * x;
        target[out] = source[at];
        target[out + 1] = source[at + 1];
        target[out + 2] = source[at + 2];
      }
      int mixedEnd = Math.max(plainEnd, low + LOOK_PIXELS);
      int next = x;
      while (next < weights.outputSize && weights.first[next] < mixedEnd) {
        next++;
      }
      mixPixels(weights, x, next, source, sourceRow, target, targetRow);
      x = next;
    }
  }

  private static void mixPixels(
      ResampleWeights weights,
      int from,
      int to,
      byte[] source,
      int sourceRow,
      byte[] target,
      int targetRow) {
    int out = targetRow + RgbImage.CHANNELS * from;
    for (int x = from; x < to; x++) {
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

  /** How many pixels from a place on have its colour. */
  private static int plainPixels(byte[] rgb, int at, int end) {
    int next = at + RgbImage.CHANNELS;
    if (next == end
        || rgb[at] != rgb[next]
        || rgb[at + 1] != rgb[next + 1]
        || rgb[at + 2] != rgb[next + 2]) {
      return 1;
    }
    int same = Arrays.mismatch(rgb, at, end - RgbImage.CHANNELS, rgb, next, end);
    return 1 + (same < 0 ? end - next : same) / RgbImage.CHANNELS;
  }

  private static RgbImage resizeColumns(RgbImage image, int height) {
    ResampleWeights weights = new ResampleWeights(image.height(), height);
    int row = RgbImage.CHANNELS * image.width();
    byte[] target = new byte[row * height];
    RowRepeats repeats = RowRepeats.of(image.rgb(), row, image.height());
    IntStream.range(0, (height + BAND - 1) / BAND)
        .parallel()
        .forEach(
            band -> {
              int[] sums = new int[row];
              int end = Math.min(height, (band + 1) * BAND);
              for (int y = band * BAND; y < end; y++) {
                resizeColumnsOfRow(weights, y, image.rgb(), repeats, target, sums);
              }
            });
    return new RgbImage(image.width(), height, target);
  }

  private static void resizeColumnsOfRow(
      ResampleWeights weights,
      int y,
      byte[] source,
      RowRepeats repeats,
      byte[] target,
      int[] sums) {
    int top = weights.first[y];
    int out = y * sums.length;
    for (int from = 0; from < sums.length; ) {
      int to = repeats.endOfPlain(top, weights.count[y], from);
      System.arraycopy(source, top * sums.length + from, target, out + from, to - from);
      from = to;
      to = repeats.endOfMixed(top, weights.count[y], from);
      Arrays.fill(sums, from, to, HALF);
      addRows(weights, y, source, sums, from, to);
      for (int x = from; x < to; x++) {
        target[out + x] = toByte(sums[x]);
      }
      from = to;
    }
  }

  /** Several rows at once, since loading and storing sums takes as long as the arithmetic. */
  private static void addRows(
      ResampleWeights weights, int y, byte[] source, int[] sums, int from, int to) {
    int k = y * weights.stride;
    int row = weights.first[y] * sums.length;
    int left = weights.count[y];
    for (; left >= 4; left -= 4, k += 4, row += 4 * sums.length) {
      addFour(weights.weights, k, source, row, sums, from, to);
    }
    for (; left > 0; left--, k++, row += sums.length) {
      addOne(weights.weights[k], source, row, sums, from, to);
    }
  }

  private static void addFour(
      int[] weights, int k, byte[] source, int row, int[] sums, int from, int to) {
    int a = weights[k];
    int b = weights[k + 1];
    int c = weights[k + 2];
    int d = weights[k + 3];
    int second = row + sums.length;
    int third = second + sums.length;
    int fourth = third + sums.length;
    for (int x = from; x < to; x++) {
      sums[x] +=
          a * (source[row + x] & 0xff)
              + b * (source[second + x] & 0xff)
              + c * (source[third + x] & 0xff)
              + d * (source[fourth + x] & 0xff);
    }
  }

  private static void addOne(int weight, byte[] source, int row, int[] sums, int from, int to) {
    for (int x = from; x < to; x++) {
      sums[x] += weight * (source[row + x] & 0xff);
    }
  }

  private static byte toByte(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> SHIFT));
  }
}

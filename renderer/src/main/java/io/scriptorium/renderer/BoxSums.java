package io.scriptorium.renderer;

import java.util.function.IntUnaryOperator;

/**
 * Adds up the values of a map in any box of it, in four look-ups (Crow, Summed-area tables for
 * texture mapping, 1984).
 *
 * @param stride values of a row of the sums, one more than the map has
 * @param sums of all that is above and left of each corner
 */
@SuppressWarnings("ArrayRecordComponent")
record BoxSums(int stride, int[] sums) {
  /**
   * Adds up a map.
   *
   * @param value of the map at an index, rows from the top; the sum of all fits an integer
   */
  static BoxSums of(int width, int height, IntUnaryOperator value) {
    int stride = width + 1;
    int[] sums = new int[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      int row = 0;
      for (int x = 0; x < width; x++) {
        row += value.applyAsInt(y * width + x);
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    return new BoxSums(stride, sums);
  }

  /** Of a box, its right and its bottom exclusive. */
  int in(int left, int top, int right, int bottom) {
    return sums[bottom * stride + right]
        - sums[bottom * stride + left]
        - sums[top * stride + right]
        + sums[top * stride + left];
  }
}

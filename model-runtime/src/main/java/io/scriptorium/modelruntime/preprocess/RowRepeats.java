package io.scriptorium.modelruntime.preprocess;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which parts of rows are the same in the rows below.
 *
 * @param length bytes of a row
 * @param parts of a row, each of {@value #PART} bytes but for the last
 * @param below how many rows below repeat a part, up to {@value #MOST}; row by row
 */
@SuppressWarnings("ArrayRecordComponent")
record RowRepeats(int length, int parts, byte[] below) {
  private static final int PART = 96;
  private static final int MOST = 100;

  static RowRepeats of(byte[] rows, int length, int count) {
    int parts = (length + PART - 1) / PART;
    byte[] below = new byte[parts * count];
    IntStream.range(0, count - 1)
        .parallel()
        .forEach(
            y -> {
              for (int part = 0; part < parts; part++) {
                int from = y * length + part * PART;
                int to = y * length + Math.min(length, (part + 1) * PART);
                boolean same = Arrays.equals(rows, from, to, rows, from + length, to + length);
                below[y * parts + part] = (byte) (same ? 1 : 0);
              }
            });
    for (int i = parts * (count - 1) - 1; i >= 0; i--) {
      if (below[i] == 1) {
        below[i] = (byte) Math.min(MOST, below[i + parts] + 1);
      }
    }
    return new RowRepeats(length, parts, below);
  }

  /** Where the bytes end, from a place on, that are the same in a number of rows. */
  int endOfPlain(int row, int rows, int from) {
    return endWhere(true, row, rows, from);
  }

  /** Where the bytes end, from a place on, that are not. */
  int endOfMixed(int row, int rows, int from) {
    return endWhere(false, row, rows, from);
  }

  private int endWhere(boolean plain, int row, int rows, int from) {
    int part = Math.floorDiv(from + PART - 1, PART);
    while (part < parts && (below[row * parts + part] >= rows - 1) == plain) {
      part++;
    }
    return Math.min(length, part * PART);
  }
}

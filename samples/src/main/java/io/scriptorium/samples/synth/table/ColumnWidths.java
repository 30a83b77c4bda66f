package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.drawing.NoRoomException;
import java.util.Arrays;

/** Shares the width of a table out among its columns. */
final class ColumnWidths {
  private ColumnWidths() {}

  /**
   * Columns as wide as their content if there is room for all of it; otherwise wide ones give way,
   * as far as their longest words allow.
   *
   * @param natural what the columns would take without breaking lines, in points
   * @param least what their longest words take
   * @throws NoRoomException when there is not room even for the words
   */
  static double[] share(double[] natural, double[] least, double width) {
    double missing = Arrays.stream(natural).sum() - width;
    if (missing <= 0) {
      return natural.clone();
    }
    double slack = Arrays.stream(natural).sum() - Arrays.stream(least).sum();
    if (slack < missing) {
      throw new NoRoomException("the columns do not fit into " + width + " points");
    }
    double[] widths = new double[natural.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = natural[i] - (natural[i] - least[i]) * missing / slack;
    }
    return widths;
  }

  /** The same columns stretched to a width. */
  static double[] stretched(double[] widths, double width) {
    double more = (width - Arrays.stream(widths).sum()) / widths.length;
    return Arrays.stream(widths).map(w -> w + more).toArray();
  }
}

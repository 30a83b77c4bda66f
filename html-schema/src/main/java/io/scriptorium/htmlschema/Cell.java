package io.scriptorium.htmlschema;

/**
 * A cell of a {@link Grid}.
 *
 * @param colspan number of columns it covers, 1 to 1000
 * @param rowspan number of rows it covers, 1 to 65534
 * @param header whether it names its row or column
 */
public record Cell(String text, int colspan, int rowspan, boolean header) {
  /** Largest spans that HTML knows. */
  public static final int MAX_COLSPAN = 1000;

  static final int MAX_ROWSPAN = 65534;

  static final Cell EMPTY = new Cell("", 1, 1, false);

  public Cell {
    if (colspan < 1 || colspan > MAX_COLSPAN) {
      throw new IllegalArgumentException(
          "colspan " + colspan + " is not between 1 and " + MAX_COLSPAN);
    }
    if (rowspan < 1 || rowspan > MAX_ROWSPAN) {
      throw new IllegalArgumentException(
          "rowspan " + rowspan + " is not between 1 and " + MAX_ROWSPAN);
    }
    text = CleanText.flowing(text);
  }

  Cell withSpans(int newColspan, int newRowspan) {
    return newColspan == colspan && newRowspan == rowspan
        ? this
        : new Cell(text, newColspan, newRowspan, header);
  }
}

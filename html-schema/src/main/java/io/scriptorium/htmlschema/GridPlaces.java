package io.scriptorium.htmlschema;

import java.util.Arrays;

/** Which places of a table are taken, while its rows are filled from the top. */
final class GridPlaces {
  /** For every column, the first row below the cells placed so far. */
  private int[] freeFromRow = new int[16];

  private int columns;

  /** Columns touched so far. */
  int columns() {
    return columns;
  }

  /** The first free column of a row at or right of a column. */
  int nextFree(int row, int column) {
    int free = column;
    while (free < columns && freeFromRow[free] > row) {
      free++;
    }
    return free;
  }

  /** Number of free columns from a column on, counted up to a limit. */
  int freeFrom(int row, int column, int limit) {
    int free = 0;
    while (free < limit && (column + free >= columns || freeFromRow[column + free] <= row)) {
      free++;
    }
    return free;
  }

  void take(int row, int column, Cell cell) {
    int end = column + cell.colspan();
    if (end > freeFromRow.length) {
      freeFromRow = Arrays.copyOf(freeFromRow, Math.max(end, 2 * freeFromRow.length));
    }
    Arrays.fill(freeFromRow, column, end, row + cell.rowspan());
    columns = Math.max(columns, end);
  }
}

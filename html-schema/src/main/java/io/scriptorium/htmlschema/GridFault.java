package io.scriptorium.htmlschema;

import java.util.List;
import java.util.Optional;

/**
 * Why cells do not cover their table exactly once.
 *
 * @param row index of the row where it shows
 */
record GridFault(Kind kind, int row, String message) {
  enum Kind {
    /** A row is shorter or longer than the first one, or a span leaves the table. */
    RAGGED,
    /** Two cells claim one place. */
    OVERLAPPING,
    TOO_LARGE
  }

  /** The first fault from the top. Looks at no more than {@link Grid#MAX_PLACES} places. */
  static Optional<GridFault> find(List<List<Cell>> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    long columns = rows.get(0).stream().mapToLong(Cell::colspan).sum();
    if (columns * rows.size() > Grid.MAX_PLACES) {
      return fault(
          Kind.TOO_LARGE,
          0,
          "has " + rows.size() + " x " + columns + " places, more than " + Grid.MAX_PLACES);
    }
    if (columns == 0) {
      return fault(Kind.RAGGED, 0, "has no column");
    }
    GridPlaces places = new GridPlaces();
    for (int row = 0; row < rows.size(); row++) {
      Optional<GridFault> fault = place(rows, row, (int) columns, places);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<GridFault> place(
      List<List<Cell>> rows, int row, int columns, GridPlaces places) {
    int column = places.nextFree(row, 0);
    for (Cell cell : rows.get(row)) {
      if (column + cell.colspan() > columns) {
        return fault(Kind.RAGGED, row, "is wider than the first row's " + columns + " columns");
      }
      if (places.freeFrom(row, column, cell.colspan()) < cell.colspan()) {
        return fault(Kind.OVERLAPPING, row, "has a cell that a cell of a row above covers");
      }
      if (cell.rowspan() > rows.size() - row) {
        return fault(Kind.RAGGED, row, "has rowspan " + cell.rowspan() + " past the last row");
      }
      places.take(row, column, cell);
      column = places.nextFree(row, column + cell.colspan());
    }
    return column < columns
        ? fault(Kind.RAGGED, row, "ends before the first row's " + columns + " columns")
        : Optional.empty();
  }

  private static Optional<GridFault> fault(Kind kind, int row, String what) {
    String subject = kind == Kind.TOO_LARGE ? "table " : "row " + (row + 1) + " of a table ";
    return Optional.of(new GridFault(kind, row, subject + what));
  }
}

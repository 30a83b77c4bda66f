package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a grid from rows that may be ragged, overlap or be far too large. Every cell takes the
 * first free columns of its row, as a browser places it; spans are shortened where they would run
 * into another cell or out of the table, and short rows are filled where their columns tell that
 * cells are missing, else at their ends.
 */
final class GridBuilder {
  private final RepairLog log;
  private final List<List<Cell>> rows = new ArrayList<>();
  private int columns;
  private int changedSpans;

  GridBuilder(RepairLog log) {
    this.log = log;
  }

  void row() {
    rows.add(new ArrayList<>());
  }

  /** Adds a cell to the last row; the spans may be any number. */
  void cell(String text, int colspan, int rowspan, boolean header) {
    int columns = Math.max(1, Math.min(colspan, Cell.MAX_COLSPAN));
    int lines = Math.max(1, Math.min(rowspan, Cell.MAX_ROWSPAN));
    changedSpans += columns == colspan && lines == rowspan ? 0 : 1;
    rows.get(rows.size() - 1).add(new Cell(text, columns, lines, header));
  }

  Grid build() {
    GridPlaces places = new GridPlaces();
    int kept = 0;
    while (kept < rows.size() && fits(kept, places)) {
      kept++;
      columns = places.columns();
    }
    if (kept < rows.size()) {
      log.add(
          RepairCode.TABLE_CUT,
          (rows.size() - kept) + " rows beyond " + Grid.MAX_PLACES + " places were dropped");
      rows.subList(kept, rows.size()).clear();
    }
    fill();
    if (changedSpans > 0) {
      log.add(RepairCode.SPAN_CHANGED, changedSpans + " cells have spans that do not fit");
    }
    return columns == 0 ? Grid.EMPTY : new Grid(rows);
  }

  /** Places a row with column spans that do not overlap, if the table then still is in bounds. */
  private boolean fits(int row, GridPlaces places) {
    List<Cell> cells = rows.get(row);
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      column = places.nextFree(row, column);
      Cell cell = cells.get(i);
      int free = places.freeFrom(row, column, cell.colspan());
      long width = Math.max(places.columns(), column + free);
      if (width * (row + 1) > Grid.MAX_PLACES) {
        return false;
      }
      changedSpans += free == cell.colspan() ? 0 : 1;
      cells.set(i, cell.withSpans(free, cell.rowspan()));
      places.take(row, column, cells.get(i));
      column += free;
    }
    return (long) places.columns() * (row + 1) <= Grid.MAX_PLACES;
  }

  /** Places of a row's cells that span others. */
  private static int spanned(List<Cell> cells) {
    return cells.stream().mapToInt(Cell::colspan).filter(columns -> columns > 1).sum();
  }

  /** Ends every span with the table and fills the free places. */
  private void fill() {
    GridPlaces places = new GridPlaces();
    ColumnKinds kinds = ColumnKinds.of(rows, columns);
    int padded = 0;
    for (int row = 0; row < rows.size(); row++) {
      List<Cell> cells = rows.get(row);
      int own = cells.size();
      if (places.freeFrom(row, 0, columns) == columns) {
        cells = new ArrayList<>(kinds.filled(cells));
        changedSpans += spanned(cells) == spanned(rows.get(row)) ? 0 : 1;
        rows.set(row, cells);
      }
      int column = 0;
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = cells.get(i);
        int lines = Math.min(cell.rowspan(), rows.size() - row);
        changedSpans += lines == cell.rowspan() ? 0 : 1;
        cells.set(i, cell.withSpans(cell.colspan(), lines));
        column = places.nextFree(row, column);
        places.take(row, column, cells.get(i));
        column += cell.colspan();
      }
      while ((column = places.nextFree(row, column)) < columns) {
        cells.add(Cell.EMPTY);
        places.take(row, column, Cell.EMPTY);
      }
      padded += cells.size() > own ? 1 : 0;
    }
    if (padded > 0) {
      log.add(RepairCode.TABLE_PADDED, padded + " rows were filled with empty cells");
    }
  }
}

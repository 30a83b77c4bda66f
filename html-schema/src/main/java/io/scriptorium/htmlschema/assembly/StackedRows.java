package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.ColumnKinds;
import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of two parts of a table below each other, all with as many columns. */
final class StackedRows {
  private StackedRows() {}

  /**
   * Rows that are too short get wider first cells or empty ones.
   *
   * @param headless whether the lower part has no heads, whatever it was read with
   * @param underLast whether the lower part stands below the last columns, as sums do whose labels
   *     go over all columns before them
   */
  static Grid of(Grid upper, Grid lower, boolean headless, boolean underLast) {
    if (upper.rows().isEmpty() || lower.rows().isEmpty()) {
      return lower.rows().isEmpty() ? upper : lower;
    }
    List<List<Cell>> begun = new ArrayList<>(upper.rows());
    List<List<Cell>> rest = new ArrayList<>(lower.rows());
    if (headless && !begun.stream().allMatch(TableText::isHead)) {
      rest.set(0, rest.get(0).stream().map(StackedRows::plain).toList());
    }
    int columns = Math.max(upper.columns(), lower.columns());
    int missing = columns - lower.columns();
    if (underLast && missing > 0 && columns <= Cell.MAX_COLSPAN && isFlat(rest)) {
      rest.replaceAll(row -> widened(row, missing));
    }
    List<List<Cell>> rows = new ArrayList<>(begun);
    rows.addAll(rest);
    ColumnKinds kinds = ColumnKinds.of(rows, columns);
    rows.clear();
    rows.addAll(filled(begun, columns - upper.columns(), kinds));
    rows.addAll(filled(rest, columns - places(rest.get(0)), kinds));
    return new Grid(rows);
  }

  static int places(List<Cell> row) {
    return row.stream().mapToInt(Cell::colspan).sum();
  }

  private static Cell plain(Cell cell) {
    return new Cell(cell.text(), cell.colspan(), cell.rowspan(), false);
  }

  static boolean isFlat(List<List<Cell>> rows) {
    return rows.stream().flatMap(List::stream).allMatch(cell -> cell.rowspan() == 1);
  }

  private static List<Cell> widened(List<Cell> row, int more) {
    List<Cell> cells = new ArrayList<>(row);
    Cell first = row.get(0);
    int span = first.colspan() + more;
    cells.set(0, new Cell(first.text(), span, first.rowspan(), first.header()));
    return cells;
  }

  /** The rows of a part, each with so many places more. */
  private static List<List<Cell>> filled(List<List<Cell>> part, int missing, ColumnKinds kinds) {
    if (missing == 0) {
      return part;
    }
    boolean isFlat = isFlat(part);
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> row : part) {
      List<Cell> all = new ArrayList<>(isFlat ? kinds.filled(row) : row);
      int more = missing - (places(all) - places(row));
      all.addAll(Collections.nCopies(more, new Cell("", 1, 1, TableText.isHead(row))));
      rows.add(all);
    }
    return rows;
  }
}

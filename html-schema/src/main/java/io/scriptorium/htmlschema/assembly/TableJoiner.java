package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.assembly.PartMatrix.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the parts of a table side by side. Places without a part become empty cells. */
final class TableJoiner {
  private static final Cell EMPTY = new Cell("", 1, 1, false);

  private final PartMatrix matrix;
  private final int[] headRows;
  private final int[] labelColumns;

  TableJoiner(PartMatrix matrix) {
    this.matrix = matrix;
    this.headRows = new int[matrix.rowCount()];
    this.labelColumns = new int[matrix.columnCount()];
    for (int row = 1; row < headRows.length; row++) {
      headRows[row] = repeatedHead(row);
    }
    for (int column = 1; column < labelColumns.length; column++) {
      labelColumns[column] = repeatsLabels(column) ? 1 : 0;
    }
  }

  JoinedTable join() {
    List<List<Cell>> rows = new ArrayList<>();
    Map<TablePart, int[]> begins = new HashMap<>();
    for (int row = 0; row < headRows.length; row++) {
      int top = rows.size();
      for (int i = headRows[row]; i < matrix.rowsOf(row); i++) {
        rows.add(new ArrayList<>());
      }
      int left = 0;
      for (int column = 0; column < labelColumns.length; column++) {
        TablePart part = matrix.at(new Place(row, column));
        if (part != null) {
          begins.put(part, new int[] {top, left, headRows[row], labelColumns[column]});
        }
        for (int i = top; i < rows.size(); i++) {
          rows.get(i).addAll(cells(row, column, i - top + headRows[row]));
        }
        left += matrix.columnsOf(column) - labelColumns[column];
      }
    }
    List<JoinedTable.Part> parts = new ArrayList<>();
    for (TablePart part : matrix.inOrder()) {
      int[] at = begins.get(part);
      parts.add(
          new JoinedTable.Part(
              part.page(), part.index() + 1, part.box(), at[0], at[1], at[2], at[3]));
    }
    return new JoinedTable(new Grid(rows), parts);
  }

  private List<Cell> cells(int row, int column, int line) {
    TablePart part = matrix.at(new Place(row, column));
    int without = labelColumns[column];
    if (part == null) {
      return Collections.nCopies(matrix.columnsOf(column) - without, EMPTY);
    }
    List<Cell> cells = part.grid().rows().get(line);
    return cells.subList(without, cells.size());
  }

  /** The rows of a head that all parts beside each other repeat; 0 if one of them does not. */
  private int repeatedHead(int row) {
    int rows = Integer.MAX_VALUE;
    for (int column = 0; column < labelColumns.length; column++) {
      TablePart part = matrix.at(new Place(row, column));
      TablePart top = matrix.topOf(column);
      if (part != null) {
        int repeated = top == null ? 0 : TableText.repeatedHead(top.grid(), part.grid());
        if (rows != Integer.MAX_VALUE && repeated != rows) {
          return 0;
        }
        rows = repeated;
      }
    }
    return rows == Integer.MAX_VALUE ? 0 : rows;
  }

  /** Whether all parts in a column of parts begin with the first column of the leftmost ones. */
  private boolean repeatsLabels(int column) {
    if (matrix.columnsOf(column) < 2) {
      return false;
    }
    for (int row = 0; row < headRows.length; row++) {
      TablePart part = matrix.at(new Place(row, column));
      TablePart first = matrix.at(new Place(row, 0));
      if (part != null && (first == null || !beginAlike(first.grid(), part.grid()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginAlike(Grid first, Grid part) {
    if (!TableText.haveSameLabels(first, part)) {
      return false;
    }
    for (int row = 0; row < part.rows().size(); row++) {
      List<Cell> cells = part.rows().get(row);
      List<Cell> labels = first.rows().get(row);
      if (cells.isEmpty()
          || labels.isEmpty()
          || !cells.get(0).text().equals(labels.get(0).text())
          || !isPlain(cells.get(0))
          || !isPlain(labels.get(0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(Cell cell) {
    return cell.colspan() == 1 && cell.rowspan() == 1;
  }
}

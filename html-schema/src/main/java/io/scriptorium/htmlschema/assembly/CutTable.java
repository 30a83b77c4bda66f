package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two parts of a page that were read as tables, one below the other, and may be one table. */
record CutTable(Table upper, Table lower) {
  /** The share of the wider part's width that both cover. */
  private static final double SAME_WIDTH = 0.85;

  /** Between parts with as many columns, in heights of a row. Two tables have more between them. */
  private static final double CLOSE = 1;

  /**
   * The same where one part was read with more columns, or the lower one has heads: no more than
   * there is between rows.
   */
  private static final double TOUCHING = 0.25;

  /**
   * Whether both are one table.
   *
   * @param goesOn whether the lines at the cut are as close to each other as all others
   */
  boolean isOne(boolean goesOn) {
    int columns = Math.max(upper.grid().columns(), lower.grid().columns());
    long rows = (long) upper.grid().rows().size() + lower.grid().rows().size();
    if (rows * columns > Grid.MAX_PLACES) {
      return false;
    }
    boolean alike = upper.grid().columns() == lower.grid().columns();
    return (alike && goesOn) || isBelow(alike && !beginsWithHeads() ? CLOSE : TOUCHING);
  }

  private boolean beginsWithHeads() {
    List<List<Cell>> rows = lower.grid().rows();
    return !rows.isEmpty() && rows.get(0).size() > 1 && rows.get(0).stream().allMatch(Cell::header);
  }

  private boolean isBelow(double most) {
    BoundingBox above = upper.box();
    BoundingBox below = lower.box();
    int common = Math.min(above.x2(), below.x2()) - Math.max(above.x1(), below.x1());
    int wider = Math.max(above.x2() - above.x1(), below.x2() - below.x1());
    double row = Math.min(rowHeight(upper), rowHeight(lower));
    int gap = below.y1() - above.y2();
    return common >= SAME_WIDTH * wider && gap <= most * row && gap >= -row;
  }

  private static double rowHeight(Table table) {
    int rows = Math.max(1, table.grid().rows().size());
    return (double) (table.box().y2() - table.box().y1()) / rows;
  }

  /** The rows of both. Those of the part with fewer columns get empty cells at their end. */
  Grid grid() {
    int columns = Math.max(upper.grid().columns(), lower.grid().columns());
    List<List<Cell>> rows = new ArrayList<>();
    for (Table part : List.of(upper, lower)) {
      List<Cell> empty = Collections.nCopies(columns - part.grid().columns(), Cell.EMPTY);
      for (List<Cell> row : part.grid().rows()) {
        List<Cell> all = new ArrayList<>(row);
        all.addAll(empty);
        rows.add(all);
      }
    }
    return new Grid(rows);
  }
}

package io.scriptorium.modelruntime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, with a column for each excerpt of its record; null for one of which it is not
 * known, or which has none.
 */
record RecordRow(int line, List<@Nullable Column> columns) {

  /** The cell of an excerpt, and whether that is all there is in the cell. */
  record Column(int cell, boolean whole) {}

  /** The column of an excerpt of the next record; null for any that no other excerpt fills. */
  @Nullable Column column(int which) {
    return which < columns.size() ? columns.get(which) : null;
  }

  /** Cells that one excerpt fills. */
  Set<Integer> wholeCells() {
    return columns.stream()
        .filter(column -> column != null && column.whole())
        .map(Column::cell)
        .collect(Collectors.toSet());
  }

  /** What is known of a row that has other cells between the first and the last one. */
  RecordRow atEnds(int last, int otherLast) {
    return new RecordRow(
        line, columns.stream().map(column -> atEnd(column, last, otherLast)).toList());
  }

  private static @Nullable Column atEnd(@Nullable Column column, int last, int otherLast) {
    boolean isLast = column != null && column.cell() == last;
    return isLast || (column != null && column.cell() == 0)
        ? new Column(isLast ? otherLast : 0, column.whole())
        : null;
  }
}

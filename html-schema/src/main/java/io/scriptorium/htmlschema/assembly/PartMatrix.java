package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Continuation.Direction;
import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one table as they would lie side by side. Parts below each other have the same
 * number of columns, parts beside each other the same number of rows, and the whole is no larger
 * than a grid may be.
 */
final class PartMatrix {
  private final Map<Place, TablePart> parts = new HashMap<>();
  private final List<TablePart> inOrder = new ArrayList<>();
  private final Map<Integer, Integer> rows = new HashMap<>();
  private final Map<Integer, Integer> columns = new HashMap<>();
  private Place end = new Place(0, 0);
  private long allRows;
  private long allColumns;
  private long places;

  PartMatrix(TablePart first) {
    put(first, end);
  }

  /** Counted in parts. */
  record Place(int row, int column) {
    Place next(Direction direction) {
      return direction == Direction.DOWN ? new Place(row + 1, column) : new Place(row, column + 1);
    }
  }

  /** Where the last part lies. */
  Place end() {
    return end;
  }

  @Nullable TablePart at(Place place) {
    return parts.get(place);
  }

  /** The uppermost part of a column; null if there is none. */
  @Nullable TablePart topOf(int column) {
    return parts.get(new Place(0, column));
  }

  /** The parts in the order of their pages. */
  List<TablePart> inOrder() {
    return inOrder;
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns.size();
  }

  /** Rows of the parts in a row of parts. */
  int rowsOf(int row) {
    return rows.get(row);
  }

  /** Columns of the parts in a column of parts. */
  int columnsOf(int column) {
    return columns.get(column);
  }

  /** Whether the parts fill at least half of the whole. */
  boolean isDense() {
    return allRows * allColumns <= 2 * places;
  }

  boolean takes(TablePart part, Place place) {
    if (parts.containsKey(place)) {
      return false;
    }
    int height = part.grid().rows().size();
    int width = part.grid().columns();
    Integer beside = rows.get(place.row());
    Integer above = columns.get(place.column());
    long newRows = allRows + (beside == null ? height : 0);
    long newColumns = allColumns + (above == null ? width : 0);
    return (beside == null || beside == height)
        && (above == null || above == width)
        && newRows * newColumns <= Grid.MAX_PLACES;
  }

  void put(TablePart part, Place place) {
    int height = part.grid().rows().size();
    int width = part.grid().columns();
    allRows += rows.putIfAbsent(place.row(), height) == null ? height : 0;
    allColumns += columns.putIfAbsent(place.column(), width) == null ? width : 0;
    places += (long) height * width;
    parts.put(place, part);
    inOrder.add(part);
    end = place;
  }
}

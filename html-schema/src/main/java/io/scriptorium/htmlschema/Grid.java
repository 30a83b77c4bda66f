package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a table, row by row. Cells take the free columns of their row from left to right;
 * together with their spans they cover every place of the table exactly once.
 */
public record Grid(List<List<Cell>> rows) {
  /** Largest number of places (rows times columns) in a grid. */
  public static final int MAX_PLACES = 100_000;

  /** A grid without rows. */
  public static final Grid EMPTY = new Grid(List.of());

  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
    GridFault.find(rows)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault.message());
            });
  }

  /**
   * A cell and where its upper left corner lies.
   *
   * @param row from 0
   * @param column from 0
   */
  public record Placed(int row, int column, Cell cell) {}

  /** The cells with their places, row by row. */
  public List<Placed> placed() {
    List<Placed> all = new ArrayList<>();
    GridPlaces places = new GridPlaces();
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (Cell cell : rows.get(row)) {
        column = places.nextFree(row, column);
        places.take(row, column, cell);
        all.add(new Placed(row, column, cell));
      }
    }
    return List.copyOf(all);
  }

  /** Number of columns. */
  public int columns() {
    return rows.isEmpty() ? 0 : rows.get(0).stream().mapToInt(Cell::colspan).sum();
  }
}

package io.scriptorium.parser;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.htmlschema.assembly.Moved;
import io.scriptorium.htmlschema.assembly.TableColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the cells of a table that goes through several pieces into the columns which only some of
 * them show: where a cell is empty in all rows of a piece, the model writes one column less.
 */
final class CarriedColumns {
  /** White between the parts of a table, in heights of a row; other tables stand farther off. */
  private static final double CLOSE = 1.5;

  private final PageSize page;
  private final boolean down;

  /**
   * A part of a table.
   *
   * @param box from the upper left corner of the page
   * @param columns from the left edge of the page; nothing if they are not known
   */
  private record Part(Table table, BoundingBox box, Optional<TableColumns> columns) {
    Part with(Optional<TableColumns> known) {
      return new Part(table, box, known);
    }

    private double row() {
      return (double) (box.y2() - box.y1()) / Math.max(1, table.grid().rows().size());
    }

    private boolean isHeaded() {
      return table.grid().rows().stream()
          .limit(1)
          .anyMatch(row -> row.stream().allMatch(Cell::header));
    }

    /** Whether this one goes on with another that stands below it. */
    boolean goesOnWith(Part below) {
      return !below.isHeaded()
          && Math.abs(below.box.y1() - box.y2()) <= CLOSE * Math.max(row(), below.row())
          && below.box.x1() < box.x2()
          && box.x1() < below.box.x2();
    }
  }

  private CarriedColumns(PageSize page, boolean down) {
    this.page = page;
    this.down = down;
  }

  /** The pieces with their cells in columns that the parts above or below show. */
  static List<AnsweredPiece> in(PageSize page, List<AnsweredPiece> pieces) {
    List<AnsweredPiece> downwards = new CarriedColumns(page, true).carried(pieces);
    return new CarriedColumns(page, false).carried(downwards);
  }

  private List<AnsweredPiece> carried(List<AnsweredPiece> pieces) {
    List<AnsweredPiece> placed = new ArrayList<>(pieces);
    Optional<Part> before = Optional.empty();
    for (int i = 0; i < placed.size(); i++) {
      int at = down ? i : placed.size() - 1 - i;
      AnsweredPiece piece = placed.get(at);
      Optional<TableColumns> known = known(before, part(piece, down));
      AnsweredPiece told = known.map(columns -> piece.inColumns(down, columns)).orElse(piece);
      placed.set(at, told);
      Optional<TableColumns> passed = told.isTable() ? known : Optional.empty();
      before =
          part(told, !down).map(part -> part.with(told.columns(part.table()).or(() -> passed)));
    }
    return placed;
  }

  /** The columns of the part before if the table goes on with a part. */
  private Optional<TableColumns> known(Optional<Part> before, Optional<Part> part) {
    Optional<Part> upper = down ? before : part;
    Optional<Part> lower = down ? part : before;
    boolean goesOn = upper.isPresent() && lower.isPresent() && upper.get().goesOnWith(lower.get());
    return goesOn ? before.flatMap(Part::columns) : Optional.empty();
  }

  /** The part in a piece, of which it is not looked at what columns it shows. */
  private Optional<Part> part(AnsweredPiece piece, boolean first) {
    Moved moved = new Moved(piece.left(), piece.top(), page);
    return piece
        .table(first)
        .map(table -> new Part(table, moved.block(table).box(), Optional.empty()));
  }
}

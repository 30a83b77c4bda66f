package io.scriptorium.htmlschema.export;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small pages for the tests of exports. */
final class Blocks {
  static final BoundingBox BOX = new BoundingBox(10, 20, 110, 60);

  private Blocks() {}

  static Page page(Block... blocks) {
    return new Page(new PageSize(200, 300), List.of(blocks));
  }

  static Paragraph running(Role role, String text) {
    return new Paragraph(BOX, text, Marks.NONE.withRole(role));
  }

  static Paragraph paragraph(String text) {
    return new Paragraph(BOX, text);
  }

  static ListBlock list(boolean ordered, String... items) {
    return new ListBlock(BOX, ordered, Stream.of(items).map(i -> new ListItem(BOX, i)).toList());
  }

  /** Rows of cells parted by a semicolon; a first row that begins with ! is a header. */
  static Grid grid(String... rows) {
    return new Grid(Arrays.stream(rows).map(Blocks::row).toList());
  }

  private static List<Cell> row(String row) {
    boolean header = row.startsWith("!");
    return Arrays.stream(row.substring(header ? 1 : 0).split(";", -1))
        .map(text -> new Cell(text, 1, 1, header))
        .toList();
  }

  /** A wide cell above two. */
  static Grid spanning() {
    return new Grid(
        List.of(
            List.of(new Cell("a <b>\nc", 2, 1, true)),
            List.of(new Cell("d", 1, 1, false), new Cell("e & f", 1, 1, false))));
  }
}

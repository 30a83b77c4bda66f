package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a page of 1000 x 1400 from texts and tables at heights. */
final class Paper {
  static final PageSize SIZE = new PageSize(1000, 1400);

  private final List<Block> blocks = new ArrayList<>();

  private Paper() {}

  static Paper page() {
    return new Paper();
  }

  /** A paragraph over the width of the text. */
  Paper text(int y, String text) {
    return text(100, y, 900, y + 30, text);
  }

  Paper text(int x1, int y1, int x2, int y2, String text) {
    blocks.add(new Paragraph(new BoundingBox(x1, y1, x2, y2), text));
    return this;
  }

  Paper heading(int y, String text) {
    blocks.add(new Heading(new BoundingBox(100, y, 900, y + 40), 1, text));
    return this;
  }

  /**
   * A table over the width of the text; a row is its cells parted by bars, a head begins with !.
   */
  Paper table(int y1, int y2, String... rows) {
    return table(100, y1, 900, y2, rows);
  }

  Paper table(int x1, int y1, int x2, int y2, String... rows) {
    blocks.add(new Table(new BoundingBox(x1, y1, x2, y2), grid(rows)));
    return this;
  }

  Page build() {
    return new Page(SIZE, blocks);
  }

  static Grid grid(String... rows) {
    return new Grid(Arrays.stream(rows).map(Paper::row).toList());
  }

  private static List<Cell> row(String row) {
    boolean head = row.startsWith("!");
    return Arrays.stream((head ? row.substring(1) : row).split("\\|", -1))
        .map(text -> new Cell(text, 1, 1, head))
        .toList();
  }
}

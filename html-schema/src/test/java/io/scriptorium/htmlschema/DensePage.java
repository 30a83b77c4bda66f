package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.List;

/** A page as dense as they come: 400 blocks of text and a table of 60 x 20. */
final class DensePage {
  static final PageSize SIZE = new PageSize(2480, 3508);

  private DensePage() {}

  /** Several times as many blocks and tables. */
  static Page of(int times) {
    List<Block> blocks = new ArrayList<>();
    for (int part = 0; part < times; part++) {
      for (int i = 0; i < 400; i++) {
        BoundingBox box = new BoundingBox(100 + i, 8 * i, 1300 + i, 8 * i + 20);
        blocks.add(new Paragraph(box, "Line " + i + " of a dense page, with 1 < 2 & more words"));
      }
      blocks.add(new Table(new BoundingBox(100, 100, 2300, 3400), grid()));
    }
    return new Page(SIZE, blocks);
  }

  private static Grid grid() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < 20; column++) {
        cells.add(new Cell(row + "." + column, 1, 1, row == 0));
      }
      rows.add(cells);
    }
    return new Grid(rows);
  }
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells tables of a single row that are none: a line of a paragraph with much white between its
 * words, and texts beside each other, as those at the foot of a page. What other rows may go on
 * with, above or below, stays a table.
 */
public final class LooseRows {
  /** Between the lines of a paragraph, in heights of one. */
  private static final double NEXT_LINE = 0.6;

  /** How far their left sides lie from each other at most. */
  private static final double SAME_SIDE = 0.5;

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private LooseRows() {}

  /**
   * The part of a page with paragraphs where such tables are.
   *
   * @param afterTable whether what is read before it ends with a table
   * @param beforeTable whether what is read next begins with one
   * @param parts what stands apart in a box of one line, from left to right; empty if it has more
   *     lines, a rule goes through it, or anything in it is framed
   */
  public static Page in(
      Page page,
      boolean afterTable,
      boolean beforeTable,
      Function<BoundingBox, List<BoundingBox>> parts) {
    List<Block> blocks = page.blocks();
    List<Block> told = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean last = i + 1 == blocks.size();
      boolean goesOn = isBesideTable(blocks, i, afterTable, beforeTable);
      if (!goesOn && blocks.get(i) instanceof Table table && isRow(table)) {
        List<BoundingBox> apart = isWorded(table) ? parts.apply(table.box()) : List.of();
        boolean isLine = !apart.isEmpty() && !last && isLineOf(table.box(), blocks.get(i + 1));
        told.addAll(isLine ? List.of(line(table)) : texts(table, apart));
      } else {
        told.add(blocks.get(i));
      }
    }
    return new Page(page.size(), told);
  }

  /** Whether the block before or behind one is a table, also that of another piece. */
  static boolean isBesideTable(
      List<Block> blocks, int at, boolean afterTable, boolean beforeTable) {
    return (at == 0 ? afterTable : blocks.get(at - 1) instanceof Table)
        || (at + 1 == blocks.size() ? beforeTable : blocks.get(at + 1) instanceof Table);
  }

  private static boolean isRow(Table table) {
    return table.grid().rows().size() == 1 && table.grid().rows().get(0).size() > 1;
  }

  private static boolean isLineOf(BoundingBox row, Block next) {
    int height = row.y2() - row.y1();
    return next instanceof Paragraph
        && Math.abs(next.box().y1() - row.y2()) <= NEXT_LINE * height
        && Math.abs(next.box().x1() - row.x1()) <= SAME_SIDE * height;
  }

  private static Paragraph line(Table table) {
    String text = cells(table).stream().map(Cell::text).collect(Collectors.joining(" "));
    return new Paragraph(table.box(), text, table.marks());
  }

  /** Whether half of the cells or more are no numbers alone. */
  private static boolean isWorded(Table table) {
    List<Cell> cells = cells(table);
    long worded = cells.stream().filter(cell -> LETTER.matcher(cell.text()).find()).count();
    return !cells.isEmpty() && 2 * worded >= cells.size();
  }

  /** The texts of the cells if as many stand apart, else the table. */
  private static List<Block> texts(Table table, List<BoundingBox> parts) {
    List<Cell> cells = cells(table);
    if (parts.isEmpty() || parts.size() != cells.size()) {
      return List.of(table);
    }
    List<Block> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      texts.add(new Paragraph(parts.get(i), cells.get(i).text(), table.marks()));
    }
    return texts;
  }

  private static List<Cell> cells(Table table) {
    return table.grid().rows().get(0).stream().filter(cell -> !cell.text().isBlank()).toList();
  }
}

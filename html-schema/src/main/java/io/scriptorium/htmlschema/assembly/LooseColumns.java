package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells tables that are texts of several lines: one alone, which has a single column, and those
 * beside each other at the foot of a letter, one of which has bank details or ways to reach
 * somebody, one below the other. What rows of another table may go on with stays a table.
 */
public final class LooseColumns {
  private static final int MOST_ROWS = 5;

  private static final int MOST_COLUMNS = 4;

  private static final Pattern BANK =
      Pattern.compile("IBAN\n\\p{Lu}{2}\\p{N}{2}.*", Pattern.DOTALL);

  private static final Pattern CONTACT =
      Pattern.compile("\\S@\\S|https?:|www\\.|\\b(?:Tel|Tél|Fax)\\b|\\+\\p{N}{2}");

  private static final int LEAST_CONTACTS = 2;

  private LooseColumns() {}

  /**
   * The part of a page with paragraphs where such tables are.
   *
   * @param afterTable whether what is read before it ends with a table
   * @param beforeTable whether what is read next begins with one
   * @param columns so many columns in a box, from left to right, with white between them; empty if
   *     there are less, a rule goes through it, or anything in it is framed
   */
  public static Page in(
      Page page,
      boolean afterTable,
      boolean beforeTable,
      BiFunction<BoundingBox, Integer, List<BoundingBox>> columns) {
    List<Block> blocks = page.blocks();
    List<Block> told = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Table table
          && !LooseRows.isBesideTable(blocks, i, afterTable, beforeTable)) {
        told.addAll(texts(table, columns));
      } else {
        told.add(blocks.get(i));
      }
    }
    return new Page(page.size(), told);
  }

  private static List<? extends Block> texts(
      Table table, BiFunction<BoundingBox, Integer, List<BoundingBox>> columns) {
    List<String> texts = columns(table.grid());
    boolean isLoose =
        texts.stream().noneMatch(String::isBlank)
            && (texts.size() == 1 || texts.stream().anyMatch(LooseColumns::isContact));
    List<BoundingBox> boxes = isLoose ? columns.apply(table.box(), texts.size()) : List.of();
    return boxes.isEmpty()
        ? List.of(table)
        : IntStream.range(0, texts.size())
            .mapToObj(i -> new Paragraph(boxes.get(i), texts.get(i), table.marks()))
            .toList();
  }

  /** The cells of each column, one below the other; nothing if there are spans, or too many. */
  private static List<String> columns(Grid grid) {
    boolean isPlain =
        grid.placed().stream().map(Grid.Placed::cell).allMatch(LooseColumns::isSingle)
            && grid.rows().size() > 1
            && grid.rows().size() <= MOST_ROWS
            && grid.columns() <= MOST_COLUMNS;
    return isPlain
        ? IntStream.range(0, grid.columns()).mapToObj(i -> column(grid, i)).toList()
        : List.of();
  }

  private static boolean isSingle(Cell cell) {
    return cell.colspan() == 1 && cell.rowspan() == 1;
  }

  private static String column(Grid grid, int number) {
    return grid.rows().stream()
        .map(row -> row.get(number).text())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static boolean isContact(String lines) {
    return BANK.matcher(lines).matches()
        || lines.lines().filter(line -> CONTACT.matcher(line).find()).count() >= LEAST_CONTACTS;
  }
}

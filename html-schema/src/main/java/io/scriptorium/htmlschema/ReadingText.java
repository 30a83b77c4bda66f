package io.scriptorium.htmlschema;

import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plain text of pages in reading order: a line for each block, list item and table row, and
 * more where a text has line breaks of its own. Cells of a row are parted by tabs. Formulas, music
 * and chemistry stand as their notation, pictures without text are left out.
 */
public final class ReadingText {
  private ReadingText() {}

  public static String of(Page page) {
    return joined(page, ReadingText::of, "\n");
  }

  /** The same with an empty line between blocks, and each row of a table in one line. */
  public static String inBlocks(Page page) {
    return joined(page, ReadingText::withRowsInLines, "\n\n");
  }

  private static String joined(Page page, Function<Block, String> text, String separator) {
    return page.blocks().stream()
        .map(text)
        .filter(found -> !found.isEmpty())
        .collect(Collectors.joining(separator));
  }

  private static String withRowsInLines(Block block) {
    return block instanceof Table table
        ? rows(table.grid(), cell -> cell.text().replace('\n', ' '))
        : of(block);
  }

  /** The text of one block; empty if it has none. */
  public static String of(Block block) {
    if (block instanceof Paragraph paragraph) {
      return paragraph.text();
    } else if (block instanceof Heading heading) {
      return heading.text();
    } else if (block instanceof ListBlock list) {
      return list.items().stream().map(ListItem::text).collect(Collectors.joining("\n"));
    } else if (block instanceof Table table) {
      return rows(table.grid(), Cell::text);
    } else if (block instanceof Chart chart) {
      return rows(chart.data(), Cell::text);
    } else if (block instanceof Formula formula) {
      return formula.latex();
    } else if (block instanceof Image) {
      return "";
    } else if (block instanceof Caption caption) {
      return caption.text();
    } else if (block instanceof ImageText imageText) {
      return imageText.text();
    } else if (block instanceof MusicSheet music) {
      return music.abc();
    } else if (block instanceof ChemicalFormula chemical) {
      return chemical.smiles();
    }
    throw new AssertionError("no text form for " + block.getClass());
  }

  private static String rows(Grid grid, Function<Cell, String> text) {
    return grid.rows().stream()
        .map(row -> row.stream().map(text).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }
}

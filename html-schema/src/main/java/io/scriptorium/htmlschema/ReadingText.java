package io.scriptorium.htmlschema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The plain text of pages in reading order: a line for each block, list item and table row, and
 * more where a text has line breaks of its own. Cells of a row are parted by tabs. Formulas, music
 * and chemistry stand as their notation, pictures without text are left out.
 */
public final class ReadingText {
  private ReadingText() {}

  public static String of(Page page) {
    return joined(page, "\n");
  }

  /** The same with an empty line between blocks. */
  public static String inBlocks(Page page) {
    return joined(page, "\n\n");
  }

  private static String joined(Page page, String separator) {
    return page.blocks().stream()
        .map(ReadingText::of)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(separator));
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
      return rows(table.grid());
    } else if (block instanceof Chart chart) {
      return rows(chart.data());
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

  private static String rows(Grid grid) {
    return grid.rows().stream().map(ReadingText::row).collect(Collectors.joining("\n"));
  }

  private static String row(List<Cell> row) {
    return row.stream().map(Cell::text).collect(Collectors.joining("\t"));
  }
}

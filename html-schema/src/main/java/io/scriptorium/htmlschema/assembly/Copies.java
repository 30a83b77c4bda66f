package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells pages that share most of their content, as copies of one form do, filled differently. Pages
 * are shown in their order; forms with a front and a back are copies of the last page but one.
 */
final class Copies {
  private static final int MIN_TEXTS = 3;

  private Set<String> last = Set.of();
  private Set<String> lastButOne = Set.of();

  /** Whether a page is a copy of one of the two before it. */
  boolean isCopy(Page page) {
    Set<String> texts = texts(page);
    boolean copy = resembles(texts, last) || resembles(texts, lastButOne);
    lastButOne = last;
    last = texts;
    return copy;
  }

  private static boolean resembles(Set<String> one, Set<String> other) {
    Set<String> smaller = one.size() < other.size() ? one : other;
    Set<String> larger = one.size() < other.size() ? other : one;
    long shared = smaller.stream().filter(larger::contains).count();
    return smaller.size() >= MIN_TEXTS && 2 * shared >= smaller.size();
  }

  /** What the page tells outside its margins, each text once and without its numbers. */
  private static Set<String> texts(Page page) {
    Set<String> texts = new HashSet<>();
    Set<Integer> margin = new HashSet<>();
    MarginBlock.of(page).forEach(block -> margin.add(block.index()));
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      if (block instanceof Table table) {
        cells(table.grid(), texts);
      } else if (!margin.contains(i)) {
        add(ReadingText.of(block), texts);
      }
    }
    return texts;
  }

  /** The labels of a table; the rows of one that goes on share none of them but its head. */
  private static void cells(Grid grid, Set<String> texts) {
    for (List<Cell> row : grid.rows()) {
      if (!row.isEmpty()) {
        add(row.get(0).text(), texts);
      }
    }
  }

  private static void add(String text, Set<String> texts) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[\\d\\s.,:]+", " ").strip();
    if (!words.isEmpty()) {
      texts.add(words);
    }
  }
}

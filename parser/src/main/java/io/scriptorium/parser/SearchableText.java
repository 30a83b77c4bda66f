package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.PageTransform;
import io.scriptorium.renderer.TextArea;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that a page of a searchable PDF gets: that of its blocks in reading order, each in its
 * box. What the page says by itself, in the text of its PDF, is not said twice.
 */
final class SearchableText {
  /** Part of a cell that is empty at each side, so that its text does not touch its neighbour's. */
  private static final double PADDING = 0.08;

  private final OwnText own;
  private final List<TextArea> areas = new ArrayList<>();

  private SearchableText(OwnText own) {
    this.own = own;
  }

  static PageText of(Page page, int number, PageTransform toPdfPoints, OwnText own) {
    SearchableText text = new SearchableText(own);
    page.blocks().forEach(text::add);
    return new PageText(number, toPdfPoints, text.areas);
  }

  private void add(Block block) {
    if (block instanceof ListBlock list) {
      list.items().forEach(this::add);
    } else if (block instanceof Table table) {
      add(table.box(), table.grid());
    } else if (block instanceof Chart chart) {
      add(chart.box(), chart.data());
    } else {
      add(block.box(), ReadingText.of(block), own.in(block.box()));
    }
  }

  private void add(ListItem item) {
    add(item.box(), item.text(), own.in(item.box()));
  }

  /** Cells have no boxes, so their rows and columns are taken for equally large. */
  private void add(BoundingBox box, Grid grid) {
    int rows = grid.rows().size();
    int columns = grid.columns();
    OwnText.Said said = own.in(box);
    for (Grid.Placed placed : grid.placed()) {
      int right = placed.column() + placed.cell().colspan();
      int below = placed.row() + placed.cell().rowspan();
      int x1 = between(box.x1(), box.x2(), placed.column() + PADDING, columns);
      int y1 = between(box.y1(), box.y2(), placed.row() + PADDING, rows);
      int x2 = Math.max(x1 + 1, between(box.x1(), box.x2(), right - PADDING, columns));
      int y2 = Math.max(y1 + 1, between(box.y1(), box.y2(), below - PADDING, rows));
      add(new BoundingBox(x1, y1, x2, y2), placed.cell().text(), said);
    }
  }

  private static int between(int from, int to, double part, int parts) {
    return (int) (from + (to - from) * part / parts);
  }

  private void add(BoundingBox box, String text, OwnText.Said said) {
    if (!text.isEmpty() && !said.covers(text)) {
      areas.add(new TextArea(box.x1(), box.y1(), box.x2(), box.y2(), text));
    }
  }
}

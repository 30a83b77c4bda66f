package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Continuation;
import io.scriptorium.htmlschema.Continuation.Direction;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables that go on from page to page: downwards, sideways, or both, pages in the order of
 * columns or of rows. A part is compared with at most four earlier ones.
 */
final class TableContinuations {
  /** The parts of the table that goes on so far; null if none does. */
  private @Nullable PartMatrix open;

  private TableContinuations() {}

  static List<Page> mark(List<Page> pages) {
    TableContinuations continuations = new TableContinuations();
    List<Page> marked = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      marked.add(continuations.mark(pages.get(i), i + 1));
    }
    return marked;
  }

  private Page mark(Page page, int number) {
    List<TablePart> parts = TablePart.of(page, number);
    if (parts.isEmpty()) {
      open = null;
      return page;
    }
    TablePart first = parts.get(0);
    TablePart last = parts.get(parts.size() - 1);
    Continuation found = first.isFirst() ? continuation(first) : null;
    // Only the last table of a page can go on; if that is the first one, it is part of what is
    // open.
    if (found == null || parts.size() > 1) {
      open = last.isLast() ? new PartMatrix(last) : null;
    } else if (!last.isLast()) {
      open = null;
    }
    if (found == null) {
      return page;
    }
    List<Block> blocks = new ArrayList<>(page.blocks());
    blocks.set(first.index(), ((Table) blocks.get(first.index())).continuing(found));
    return new Page(page.size(), blocks);
  }

  /** The part that a table goes on from; it then is part of what is open. */
  private @Nullable Continuation continuation(TablePart part) {
    if (open == null) {
      return null;
    }
    PartMatrix matrix = open;
    PartMatrix.Place end = matrix.end();
    PartMatrix.Place top = new PartMatrix.Place(0, end.column());
    PartMatrix.Place left = new PartMatrix.Place(end.row(), 0);
    for (Step step :
        List.of(
            new Step(end, Direction.DOWN),
            new Step(top, Direction.RIGHT),
            new Step(end, Direction.RIGHT),
            new Step(left, Direction.DOWN))) {
      TablePart before = matrix.at(step.from());
      PartMatrix.Place to = step.from().next(step.direction());
      if (before != null
          && matrix.takes(part, to)
          && Evidence.of(matrix.topOf(to.column()), before, part, step.direction())) {
        matrix.put(part, to);
        return new Continuation(step.direction(), before.page(), before.table());
      }
    }
    return null;
  }

  private record Step(PartMatrix.Place from, Direction direction) {}
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes a table of its columns where each was read as a text of its own: texts side by side, of as
 * many lines, below whose first lines a rule goes through. Between fields of a form rules end.
 */
public final class RuledColumns {
  /** Texts of a table; a page of noise has more. */
  private static final int MOST_TEXTS = 12;

  private static final int MOST_LINES = 40;

  private final Predicate<BoundingBox> isRuled;

  /** Lines of texts that stand below each other. */
  private record Column(BoundingBox box, List<String> lines) {
    Column with(Column below) {
      List<String> all = new ArrayList<>(lines);
      all.addAll(below.lines);
      return new Column(box.union(below.box), all);
    }

    boolean isBeside(Column other) {
      return box.x2() <= other.box.x1() || other.box.x2() <= box.x1();
    }
  }

  private RuledColumns(Predicate<BoundingBox> isRuled) {
    this.isRuled = isRuled;
  }

  /**
   * The blocks with tables for their columns.
   *
   * @param isRuled whether a rule goes from one side of a box to the other
   */
  public static List<Block> in(List<Block> blocks, Predicate<BoundingBox> isRuled) {
    RuledColumns columns = new RuledColumns(isRuled);
    List<Block> found = new ArrayList<>();
    int from = 0;
    while (from < blocks.size()) {
      int to = Math.min(blocks.size(), from + MOST_TEXTS);
      List<Column> table = columns.table(blocks.subList(from, to));
      while (table.isEmpty() && --to > from + 1) {
        table = columns.table(blocks.subList(from, to));
      }
      if (table.isEmpty()) {
        found.add(blocks.get(from));
        from++;
      } else {
        found.add(table(table, blocks.subList(from, to)));
        from = to;
      }
    }
    return found;
  }

  /** The columns that texts make from left to right; none if they make no table. */
  private List<Column> table(List<Block> texts) {
    List<Column> columns = new ArrayList<>();
    for (Block text : texts) {
      if (!FormField.isText(text)) {
        return List.of();
      }
      Column own = new Column(text.box(), ReadingText.of(text).lines().toList());
      int above =
          IntStream.range(0, columns.size())
              .filter(i -> !columns.get(i).isBeside(own))
              .findFirst()
              .orElse(-1);
      if (above < 0) {
        columns.add(own);
      } else if (columns.get(above).box().y2() <= own.box().y1()) {
        columns.set(above, columns.get(above).with(own));
      } else {
        return List.of();
      }
    }
    columns.sort(Comparator.comparing(column -> column.box().x1()));
    return isTable(columns) ? columns : List.of();
  }

  private boolean isTable(List<Column> columns) {
    int lines = columns.get(0).lines().size();
    boolean asMany = columns.stream().allMatch(column -> column.lines().size() == lines);
    if (columns.size() < 2 || lines < 2 || lines > MOST_LINES || !asMany) {
      return false;
    }
    BoundingBox all = columns.stream().map(Column::box).reduce(BoundingBox::union).orElseThrow();
    int line = (all.y2() - all.y1()) / lines;
    boolean asHigh =
        columns.stream()
            .map(Column::box)
            .allMatch(box -> box.y1() - all.y1() < line / 2 && all.y2() - box.y2() < line / 2);
    int head = all.y1() + line / 2;
    return asHigh
        && line > 1
        && isRuled.test(new BoundingBox(all.x1(), head, all.x2(), head + line));
  }

  private static Table table(List<Column> columns, List<Block> texts) {
    BoundingBox box = columns.stream().map(Column::box).reduce(BoundingBox::union).orElseThrow();
    List<List<Cell>> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(0).lines().size(); row++) {
      List<Cell> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(new Cell(column.lines().get(row), 1, 1, row == 0));
      }
      rows.add(cells);
    }
    return new Table(box, new Grid(rows), JoinedMarks.of(texts), null);
  }
}

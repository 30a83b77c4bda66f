package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.ColumnKinds;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where the columns of a table are, as the rows show in which every column has a text. Where a cell
 * is empty a model may write those behind it too far to the left; with the columns known each goes
 * where it stands. Immutable.
 */
public final class TableColumns {
  /** White between two cells, in heights of their line; between words there is less. */
  private static final double LEAST_GAP = 0.4;

  private final List<Span> columns;

  /**
   * The type of a table.
   *
   * @param lines from top to bottom
   * @param runs what has no white column in a line, from left to right
   */
  public record Type(List<BoundingBox> lines, Function<BoundingBox, List<BoundingBox>> runs) {}

  /** From left to right, in pixels. */
  private record Span(int from, int to) {
    Span with(Span other) {
      return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean meets(Span other) {
      return from < other.to && other.from < to;
    }
  }

  private TableColumns(List<Span> columns) {
    this.columns = columns;
  }

  /** The columns of a table; nothing if they cannot be told, as of rows of several lines. */
  public static Optional<TableColumns> of(Table table, Type type) {
    if (!isALineEach(table, type)) {
      return Optional.empty();
    }
    int count = table.grid().columns();
    Iterator<BoundingBox> lines = type.lines().iterator();
    List<List<Span>> full = new ArrayList<>();
    for (List<Cell> row : table.grid().rows()) {
      List<Cell> texts = texts(row);
      BoundingBox line = texts.isEmpty() ? table.box() : lines.next();
      if (isPlain(row) && texts.size() == count) {
        full.add(parts(type, line, count));
      }
    }
    full.removeIf(List::isEmpty);
    // Headings may reach over the column beside theirs.
    return united(full)
        .or(() -> full.size() > 1 ? united(full.subList(1, full.size())) : Optional.empty())
        .map(TableColumns::new);
  }

  /** Whether there are as many lines as rows with a text, none of which reaches further down. */
  private static boolean isALineEach(Table table, Type type) {
    List<List<Cell>> rows = table.grid().rows();
    return StackedRows.isFlat(rows)
        && rows.stream().filter(row -> !texts(row).isEmpty()).count() == type.lines().size();
  }

  private static List<Cell> texts(List<Cell> row) {
    return row.stream().filter(cell -> !cell.text().isBlank()).toList();
  }

  private static boolean isPlain(List<Cell> row) {
    return row.stream().allMatch(cell -> cell.colspan() == 1);
  }

  private static Optional<List<Span>> united(List<List<Span>> rows) {
    return rows.stream()
        .reduce(
            (one, other) ->
                IntStream.range(0, one.size())
                    .mapToObj(i -> one.get(i).with(other.get(i)))
                    .toList())
        .filter(
            columns ->
                IntStream.range(1, columns.size())
                    .noneMatch(i -> columns.get(i - 1).meets(columns.get(i))));
  }

  /** A line in so many parts, with the widest gaps between them; nothing if they are not clear. */
  private static List<Span> parts(Type type, BoundingBox line, int count) {
    List<BoundingBox> runs = type.runs().apply(line);
    List<Integer> gaps =
        IntStream.range(1, runs.size())
            .mapToObj(i -> runs.get(i).x1() - runs.get(i - 1).x2())
            .toList();
    if (runs.size() < count) {
      return List.of();
    }
    List<Integer> widest = gaps.stream().sorted(Collections.reverseOrder()).toList();
    int least = count == 1 ? Integer.MAX_VALUE : widest.get(count - 2);
    boolean isClear = runs.size() == count || widest.get(count - 1) < least;
    if (!isClear || least < LEAST_GAP * (line.y2() - line.y1())) {
      return List.of();
    }
    List<Span> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= runs.size(); i++) {
      if (i == runs.size() || gaps.get(i - 1) >= least) {
        parts.add(new Span(runs.get(from).x1(), runs.get(i - 1).x2()));
        from = i;
      }
    }
    return parts;
  }

  /** The columns seen from a point so many pixels farther to the left. */
  public TableColumns moved(int pixels) {
    return new TableColumns(
        columns.stream().map(c -> new Span(c.from() + pixels, c.to() + pixels)).toList());
  }

  /** How many there are. */
  public int count() {
    return columns.size();
  }

  /**
   * A table with its cells in these columns; as it is where that cannot be told, rows whose texts
   * are not one to a column as well. It may have fewer columns if more than half of these have a
   * text in each row: the same cells may be empty in all of its rows.
   */
  public Table placed(Table table, Type type) {
    if (!isALineEach(table, type) || table.grid().columns() > columns.size()) {
      return table;
    }
    List<List<Cell>> rows = table.grid().rows();
    Iterator<BoundingBox> lines = type.lines().iterator();
    List<List<Cell>> placed = new ArrayList<>();
    for (List<Cell> row : rows) {
      placed.add(texts(row).isEmpty() ? empty(row) : placed(row, type, lines.next()));
    }
    ColumnKinds kinds = ColumnKinds.of(placed, columns.size());
    placed.replaceAll(row -> isPlain(row) ? row : kinds.filled(row));
    boolean isGrid = placed.stream().allMatch(row -> StackedRows.places(row) == columns.size());
    return !isGrid || placed.equals(rows)
        ? table
        : new Table(table.box(), new Grid(placed), table.marks(), table.continues());
  }

  private List<Cell> empty(List<Cell> row) {
    return isPlain(row)
        ? Collections.nCopies(columns.size(), new Cell("", 1, 1, TableText.isHead(row)))
        : row;
  }

  private List<Cell> placed(List<Cell> row, Type type, BoundingBox line) {
    List<Cell> texts = texts(row);
    boolean isFull = texts.size() == columns.size();
    boolean isNarrow = row.size() < columns.size() && 2 * texts.size() <= columns.size();
    if (!isPlain(row) || isFull || isNarrow) {
      return row;
    }
    List<Cell> placed = new ArrayList<>(empty(row));
    List<Span> parts = parts(type, line, texts.size());
    int before = -1;
    for (int i = 0; i < parts.size(); i++) {
      int column = column(parts.get(i));
      if (column <= before) {
        return row;
      }
      placed.set(column, texts.get(i));
      before = column;
    }
    return parts.isEmpty() || told(placed).equals(told(row)) ? row : placed;
  }

  private static List<String> told(List<Cell> row) {
    return row.stream().map(Cell::text).toList();
  }

  /** The only column that a part meets; -1 if there are others or none. */
  private int column(Span part) {
    int[] met =
        IntStream.range(0, columns.size()).filter(i -> columns.get(i).meets(part)).toArray();
    return met.length == 1 ? met[0] : -1;
  }
}

package io.scriptorium.htmlschema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kinds of texts the columns of a table have, and where rows that are too short lack cells by
 * that: an amount without the discount before it belongs below the other amounts. Immutable.
 */
public final class ColumnKinds {
  /** Full rows of which columns are known. */
  private static final int MIN_ROWS = 2;

  /** Cells that a row may lack. */
  private static final int MOST_LACKING = 8;

  private static final Pattern DECIMALS = Pattern.compile("[.,]([0-9]{1,2})[^0-9]*$");

  /** For each kind that a column has, in how many full rows. */
  private final List<Map<Kind, Integer>> columns = new ArrayList<>();

  private final int rows;

  /** What is seen of a text. */
  private record Kind(boolean number, boolean letters, boolean percent, int decimals) {
    static Kind of(Cell cell) {
      String text = cell.text();
      long digits = text.chars().filter(Character::isDigit).count();
      long letters = text.chars().filter(Character::isLetter).count();
      Matcher decimals = DECIMALS.matcher(text);
      return new Kind(
          digits > 0 && digits >= letters,
          letters > 0,
          text.indexOf('%') >= 0,
          decimals.find() ? decimals.group(1).length() : 0);
    }

    /** How much of it another has, too. */
    int like(Kind other) {
      return (number == other.number ? 1 : 0)
          + (letters == other.letters ? 1 : 0)
          + (percent == other.percent ? 1 : 0)
          + (decimals == other.decimals ? 1 : 0);
    }
  }

  private ColumnKinds(List<List<Cell>> full, int count) {
    this.rows = full.size();
    for (int column = 0; column < count; column++) {
      Map<Kind, Integer> kinds = new HashMap<>();
      for (List<Cell> row : full) {
        kinds.merge(Kind.of(row.get(column)), 1, Integer::sum);
      }
      columns.add(kinds);
    }
  }

  /** The kinds of a table's columns: those of its rows of plain cells with text in each of them. */
  public static ColumnKinds of(List<List<Cell>> rows, int columns) {
    return new ColumnKinds(
        rows.stream()
            .filter(row -> row.size() == columns && isPlain(row))
            .filter(row -> row.stream().noneMatch(cell -> cell.text().isBlank()))
            .toList(),
        columns);
  }

  private static boolean isPlain(List<Cell> cells) {
    return cells.stream()
        .allMatch(cell -> cell.colspan() == 1 && cell.rowspan() == 1 && !cell.header());
  }

  /**
   * A row with what it lacks. If one of its cells spans others, as the label of a sum does, that
   * one becomes wider. Else it gets empty cells: where its cells are in columns most like them, as
   * far to the left as that allows. As it is if that cannot be told: if there are too few full
   * rows, or several cells that span others, or cells that name something, or half of the row is
   * missing.
   */
  public List<Cell> filled(List<Cell> row) {
    List<Cell> widened = widened(row);
    if (!widened.equals(row)) {
      return widened;
    }
    int lacking = columns.size() - row.size();
    boolean known = rows >= MIN_ROWS && isPlain(row);
    if (!known || lacking < 1 || lacking > MOST_LACKING || 2 * row.size() <= columns.size()) {
      return row;
    }
    int[] gaps = gapsBefore(row, lacking);
    List<Cell> filled = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      while (filled.size() < i + gaps[i]) {
        filled.add(Cell.EMPTY);
      }
      filled.add(row.get(i));
    }
    return filled;
  }

  private List<Cell> widened(List<Cell> row) {
    List<Cell> spans = row.stream().filter(cell -> cell.colspan() > 1).toList();
    int lacking = columns.size() - row.stream().mapToInt(Cell::colspan).sum();
    boolean plain = row.stream().allMatch(cell -> cell.rowspan() == 1 && !cell.header());
    boolean isOne = spans.size() == 1 && spans.get(0).colspan() + lacking <= Cell.MAX_COLSPAN;
    if (!isOne || !plain || row.size() < 2 || lacking < 1) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row);
    cells.replaceAll(
        cell ->
            cell.colspan() > 1 ? cell.withSpans(cell.colspan() + lacking, cell.rowspan()) : cell);
    return cells;
  }

  /** For each cell of a row how many empty ones are before it. */
  private int[] gapsBefore(List<Cell> row, int lacking) {
    // How well the cells up to one fit at most with so many gaps before it, or fewer.
    long[][] best = new long[row.size() + 1][lacking + 1];
    for (int i = 0; i < row.size(); i++) {
      Kind kind = Kind.of(row.get(i));
      for (int gaps = 0; gaps <= lacking; gaps++) {
        long fits = best[i][gaps] + likeness(kind, i + gaps);
        best[i + 1][gaps] = gaps == 0 ? fits : Math.max(best[i + 1][gaps - 1], fits);
      }
    }
    int[] before = new int[row.size()];
    int gaps = lacking;
    for (int i = row.size(); i > 0; i--) {
      while (gaps > 0 && best[i][gaps - 1] == best[i][gaps]) {
        gaps--;
      }
      before[i - 1] = gaps;
    }
    return before;
  }

  /** How much of a kind the full rows have in a column, summed over them. */
  private long likeness(Kind kind, int column) {
    return columns.get(column).entrySet().stream()
        .mapToLong(other -> (long) kind.like(other.getKey()) * other.getValue())
        .sum();
  }
}

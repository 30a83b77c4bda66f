package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What the texts of tables tell: heads, labels, numbers, totals. */
final class TableText {
  private static final int MIN_LABELS = 3;
  private static final double MOST = 0.8;

  private static final Pattern NUMBER =
      Pattern.compile("[-+(€$£% ]{0,4}\\d[\\d.,:/' \\u00A0-]{0,30}[)€$£%A-Za-z ]{0,4}");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)(grand )?(total|sum|summe|gesamt|gesamtsumme|gesamtbetrag|endbetrag|somme"
              + "|montant total|suma|importe total|total général)(?!\\p{L}).*",
          Pattern.DOTALL);
  private static final Pattern CARRIED =
      Pattern.compile(
          "(?iu).*(carried|forward|übertrag|zwischensumme|sub-?total|à reporter|suma y sigue).*",
          Pattern.DOTALL);

  private TableText() {}

  /** Rows at the top that are heads of columns all over. */
  static int headRows(Grid grid) {
    int rows = 0;
    while (rows < grid.rows().size() && isHead(grid.rows().get(rows))) {
      rows++;
    }
    return rows == grid.rows().size() ? 0 : rows;
  }

  /** Whether a row has nothing but heads. */
  static boolean isHead(List<Cell> row) {
    return !row.isEmpty() && row.stream().allMatch(Cell::header);
  }

  /**
   * Rows at the top of a part that repeat the head of an earlier one, whether they are marked as
   * such or not; no cell of them reaches further down.
   */
  static int repeatedHead(Grid earlier, Grid part) {
    int most = Math.max(1, headRows(earlier));
    int rows = 0;
    while (rows < most
        && rows < part.rows().size() - 1
        && rows < earlier.rows().size()
        && sameTexts(earlier.rows().get(rows), part.rows().get(rows))) {
      rows++;
    }
    boolean blank = rows > 0 && part.rows().get(0).stream().noneMatch(TableText::isWord);
    return blank || (rows > 0 && reaches(part, rows)) || rows < headRows(part) ? 0 : rows;
  }

  /** Whether the first columns say the same, as those of filled forms do. */
  static boolean haveSameLabels(Grid one, Grid other) {
    List<String> labels = labels(one);
    List<String> others = labels(other);
    int rows = Math.min(labels.size(), others.size());
    int same = 0;
    for (int i = 0; i < rows; i++) {
      same += labels.get(i).equals(others.get(i)) ? 1 : 0;
    }
    return new HashSet<>(labels).size() >= MIN_LABELS && rows > 0 && same >= MOST * rows;
  }

  /** Whether where one has a column of numbers, the other has none of words. */
  static boolean haveSameKinds(Grid one, Grid other) {
    boolean[] numbers = numberColumns(one);
    for (List<Cell> row : other.rows()) {
      if (row.size() == numbers.length) {
        int words = 0;
        for (int i = 0; i < numbers.length; i++) {
          words += numbers[i] && isWord(row.get(i)) ? 1 : 0;
        }
        if (words > 0 && words * 2 >= count(numbers)) {
          return false;
        }
        // The first whole row tells: it is the one that would be a head.
        return true;
      }
    }
    return true;
  }

  /** Whether there are numbers below the head, and nothing else. */
  static boolean isAllNumbers(Grid grid) {
    List<Cell> cells =
        grid.rows().subList(headRows(grid), grid.rows().size()).stream()
            .flatMap(List::stream)
            .toList();
    return cells.stream().noneMatch(TableText::isWord)
        && cells.stream().anyMatch(cell -> !cell.text().isEmpty());
  }

  /** Whether the last row sums the table up. */
  static boolean endsWithTotal(Grid grid) {
    if (grid.rows().isEmpty()) {
      return false;
    }
    return grid.rows().get(grid.rows().size() - 1).stream()
        .map(Cell::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> TOTAL.matcher(text).matches() && !CARRIED.matcher(text).matches())
        .orElse(false);
  }

  static boolean sameTexts(List<Cell> one, List<Cell> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      Cell cell = one.get(i);
      Cell same = other.get(i);
      if (!cell.text().equals(same.text())
          || cell.colspan() != same.colspan()
          || cell.rowspan() != same.rowspan()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a cell of the first rows reaches below them. */
  static boolean reaches(Grid grid, int rows) {
    for (int row = 0; row < rows; row++) {
      int left = rows - row;
      if (grid.rows().get(row).stream().anyMatch(cell -> cell.rowspan() > left)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> labels(Grid grid) {
    List<String> labels = new ArrayList<>();
    for (List<Cell> row : grid.rows().subList(headRows(grid), grid.rows().size())) {
      labels.add(row.isEmpty() ? "" : row.get(0).text());
    }
    return labels;
  }

  /** Of whole rows below the head, columns with hardly any word and some number. */
  private static boolean[] numberColumns(Grid grid) {
    int columns = grid.columns();
    int[] words = new int[columns];
    int[] numbers = new int[columns];
    for (List<Cell> row : grid.rows().subList(headRows(grid), grid.rows().size())) {
      if (row.size() == columns) {
        for (int i = 0; i < columns; i++) {
          words[i] += isWord(row.get(i)) ? 1 : 0;
          numbers[i] += !isWord(row.get(i)) && !row.get(i).text().isEmpty() ? 1 : 0;
        }
      }
    }
    boolean[] found = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      found[i] = numbers[i] >= 2 && numbers[i] >= MOST * (numbers[i] + words[i]);
    }
    return found;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private static boolean isWord(Cell cell) {
    return !cell.text().isEmpty() && !NUMBER.matcher(cell.text()).matches();
  }
}

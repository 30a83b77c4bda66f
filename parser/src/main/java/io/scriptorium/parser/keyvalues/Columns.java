package io.scriptorium.parser.keyvalues;

import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.parser.keyvalues.TextLine.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Where the values of records begin if more than half of their keys are printed above the columns
 * of a table, which may be parted in two.
 */
final class Columns {
  /** For each key its cells in the first rows, below each heading. */
  private final Map<String, List<Range>> first = new HashMap<>();

  /** For each key that is printed its cells in all rows. */
  private final Map<String, List<Range>> below = new HashMap<>();

  Columns(List<String> keys, List<TextLine> lines) {
    List<Map<String, Integer>> headings =
        lines.stream().map(line -> headings(line.cells(), keys)).toList();
    for (int i = 0; i < lines.size(); i++) {
      int size = lines.get(i).cells().size();
      List<TextLine> rows = new ArrayList<>();
      int row = i + 1;
      while (!headings.get(i).isEmpty()
          && row < lines.size()
          && lines.get(row).cells().size() > 1
          && headings.get(row).isEmpty()) {
        if (lines.get(row).cells().size() == size) {
          rows.add(lines.get(row));
        }
        row++;
      }
      if (!rows.isEmpty()) {
        add(keys, headings.get(i), rows);
      }
    }
  }

  /**
   * Which cells of a line are headings, by the keys that they are; none if most keys are not there.
   * A heading that is misread is none for a key that is printed as it is.
   */
  private static Map<String, Integer> headings(List<Cell> cells, List<String> keys) {
    Map<String, Integer> found = new HashMap<>();
    if (cells.size() > 1) {
      List<String> printed = cells.stream().map(cell -> Labels.label(cell.text())).toList();
      match(printed, keys, String::equals, found);
      match(printed, keys, Labels::isMisread, found);
    }
    return 2 * found.size() > keys.size() ? found : Map.of();
  }

  private static void match(
      List<String> printed,
      List<String> keys,
      BiPredicate<String, String> isLike,
      Map<String, Integer> found) {
    for (int i = 0; i < printed.size(); i++) {
      int which = i;
      if (!found.containsValue(which)) {
        keys.stream()
            .filter(key -> !found.containsKey(key) && isLike.test(key, printed.get(which)))
            .findFirst()
            .ifPresent(key -> found.put(key, which));
      }
    }
  }

  private void add(Collection<String> keys, Map<String, Integer> printed, List<TextLine> rows) {
    TextLine row = rows.get(0);
    for (String key : keys) {
      Integer which = printed.get(key);
      first
          .computeIfAbsent(key, same -> new ArrayList<>())
          .add(which == null ? row.range() : row.cells().get(which).range().first());
      if (which != null) {
        rows.stream()
            .map(line -> line.cells().get(which))
            .filter(cell -> !cell.text().isBlank())
            .forEach(
                cell ->
                    below
                        .computeIfAbsent(key, same -> new ArrayList<>())
                        .add(cell.range().first()));
      }
    }
  }

  /** Where the value of a key begins in the first record; anywhere if that is nothing. */
  List<Range> first(String key) {
    return first.getOrDefault(key, List.of());
  }

  /** Where the values of a key begin in any record; anywhere if that is nothing. */
  List<Range> below(String key) {
    return below.getOrDefault(key, List.of());
  }
}

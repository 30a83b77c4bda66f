package io.scriptorium.parser.keyvalues;

import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.parser.keyvalues.TextLine.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the values of records begin if more than half of their keys are printed above the columns
 * of a table, which may be parted in two.
 */
final class Columns {
  /** For each key its cells in the first rows, below each heading. */
  private final Map<String, List<Range>> first = new HashMap<>();

  /** For each key that is printed its cells in all rows. */
  private final Map<String, List<Range>> below = new HashMap<>();

  Columns(Collection<String> keys, List<TextLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Map<String, Integer> printed = headings(lines.get(i).cells(), keys);
      if (2 * printed.size() > keys.size()) {
        List<TextLine> rows = rows(i, lines);
        if (!rows.isEmpty()) {
          add(keys, printed, rows);
        }
      }
    }
  }

  /** Which cells of a line are headings, by the keys that they are. */
  private static Map<String, Integer> headings(List<Cell> cells, Collection<String> keys) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < cells.size() && cells.size() > 1; i++) {
      int which = i;
      String printed = Labels.label(cells.get(i).text());
      (keys.contains(printed)
              ? Stream.of(printed)
              : keys.stream().filter(key -> Labels.isMisread(key, printed)))
          .forEach(key -> found.putIfAbsent(key, which));
    }
    return found;
  }

  /** The rows below a heading that are as wide. */
  private static List<TextLine> rows(int heading, List<TextLine> lines) {
    int size = lines.get(heading).cells().size();
    return lines.subList(heading + 1, lines.size()).stream()
        .takeWhile(line -> line.cells().size() > 1)
        .filter(line -> line.cells().size() == size)
        .toList();
  }

  private void add(Collection<String> keys, Map<String, Integer> printed, List<TextLine> rows) {
    TextLine row = rows.get(0);
    for (String key : keys) {
      Integer which = printed.get(key);
      first
          .computeIfAbsent(key, same -> new ArrayList<>())
          .add(which == null ? row.range() : row.cells().get(which).beginning());
      if (which != null) {
        rows.stream()
            .map(line -> line.cells().get(which))
            .filter(cell -> !cell.text().isBlank())
            .forEach(
                cell ->
                    below.computeIfAbsent(key, same -> new ArrayList<>()).add(cell.beginning()));
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

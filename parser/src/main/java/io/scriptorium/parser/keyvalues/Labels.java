package io.scriptorium.parser.keyvalues;

import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.parser.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where keys are printed in a text as labels of values, as on a form, and where their values would
 * stand: the box to tick before the label, else behind or below it, or above it on a line to sign.
 * Lines have cells parted by tabs. A label may be misread a little.
 */
final class Labels {
  private static final Pattern BEHIND = Pattern.compile("[\\s:*]+$");
  private static final Pattern TICK = Pattern.compile("[☐☑]\\s*");
  private static final Pattern LINE = Pattern.compile("[^\n]+");
  private static final String TICKED = "☑";

  /** Lines below a label in which its value may be. */
  private static final int BELOW = 2;

  /** One in so many letters of a label may be misread. */
  private static final int LETTERS_A_MISTAKE = 6;

  private final String text;
  private final List<String> keys;
  private final List<String> lowerCase;
  private final List<Line> lines = new ArrayList<>();

  /** For keys where they are printed: boxes to tick, what is beside them, columns below them. */
  private final Map<String, List<Range>> boxes = new HashMap<>();

  private final Map<String, List<Range>> beside = new HashMap<>();
  private final Map<String, List<Range>> below = new HashMap<>();

  /**
   * A line that is not empty.
   *
   * @param continues whether it stands in a block with the line before
   */
  private record Line(List<Cell> cells, boolean continues) {
    Range all() {
      return new Range(cells.get(0).start(), cells.get(cells.size() - 1).end());
    }
  }

  /** A cell of a line, and where in the text it starts. */
  private record Cell(String text, int start) {
    int end() {
      return start + text.length();
    }
  }

  /** A key that is printed, and where it ends. */
  private record Printed(String key, int end) {}

  Labels(Collection<String> keys, String text) {
    this.text = text;
    this.keys = keys.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    this.lowerCase = this.keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    Matcher line = LINE.matcher(text);
    int end = -1;
    while (line.find()) {
      if (!line.group().isBlank()) {
        lines.add(new Line(cells(line.group(), line.start()), line.start() == end + 1));
        end = line.end();
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      for (int cell = 0; cell < lines.get(i).cells().size(); cell++) {
        find(i, cell);
      }
    }
  }

  private static List<Cell> cells(String line, int start) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', at)) {
      cells.add(new Cell(line.substring(at, tab), start + at));
      at = tab + 1;
    }
    cells.add(new Cell(line.substring(at), start + at));
    return cells;
  }

  /** Whether what fills a line or a cell is one of the keys, whatever its case, and no more. */
  boolean isLabel(String filling) {
    String label = label(filling.toLowerCase(Locale.ROOT));
    boolean hasValue =
        TICK.matcher(label).lookingAt() || lowerCase.stream().anyMatch(key -> isBegun(key, label));
    return lowerCase.contains(label)
        || (!hasValue && lowerCase.stream().anyMatch(key -> isMisread(key, label)));
  }

  private static String label(String printed) {
    return BEHIND.matcher(printed).replaceFirst("").strip();
  }

  private static boolean isMisread(String key, String label) {
    int mistakes = key.length() / LETTERS_A_MISTAKE;
    return Math.abs(label.length() - key.length()) <= mistakes
        && EditDistance.between(key.codePoints().toArray(), label.codePoints().toArray())
            <= mistakes;
  }

  /** Where the value of a key begins if the key is printed; nothing if it is not. */
  List<Range> beside(String key) {
    List<Range> ticks = boxes.getOrDefault(key, List.of());
    return ticks.isEmpty() ? beside.getOrDefault(key, List.of()) : ticks;
  }

  /**
   * Where the values of a key of records begin if the key is printed above a column: with the cells
   * below it, also those of a table that is parted in two; nothing if it is not.
   */
  List<Range> below(String key) {
    return below.getOrDefault(key, List.of());
  }

  private void find(int line, int which) {
    Cell cell = lines.get(line).cells().get(which);
    printed(cell.start(), cell.end())
        .ifPresent(
            printed ->
                beside(line, which, printed.end()).stream()
                    .flatMap(range -> chosen(range).stream())
                    .forEach(range -> add(beside, printed.key(), range)));
    findBoxes(cell);
    if (lines.get(line).cells().size() > 1) {
      headings(label(cell.text()))
          .forEach(key -> column(line, which).forEach(range -> add(below, key, range)));
    }
  }

  private List<String> headings(String printed) {
    return keys.contains(printed)
        ? List.of(printed)
        : keys.stream().filter(key -> isMisread(key, printed)).toList();
  }

  private static void add(Map<String, List<Range>> ranges, String key, Range range) {
    ranges.computeIfAbsent(key, same -> new ArrayList<>()).add(range);
  }

  private void findBoxes(Cell cell) {
    List<MatchResult> ticks = ticks(cell.start(), cell.end());
    for (int i = 0; i < ticks.size(); i++) {
      int box = ticks.get(i).start();
      int end = i + 1 < ticks.size() ? ticks.get(i + 1).start() : cell.end();
      printed(ticks.get(i).end(), end)
          .ifPresent(printed -> add(boxes, printed.key(), new Range(box, box + 1)));
    }
  }

  /** Boxes to tick, each with the white space behind it. */
  private List<MatchResult> ticks(int start, int end) {
    return TICK.matcher(text).region(start, end).results().toList();
  }

  /** The key that is printed in a stretch of text or at its start. */
  private Optional<Printed> printed(int start, int end) {
    String all = text.substring(start, end);
    String label = label(all);
    return keys.stream()
        .filter(key -> isBegun(key, all))
        .findFirst()
        .map(key -> new Printed(key, start + key.length()))
        .or(
            () ->
                keys.stream()
                    .filter(key -> isMisread(key, label))
                    .findFirst()
                    .map(key -> new Printed(key, end)));
  }

  private static boolean isBegun(String key, String all) {
    int end = key.length();
    return all.startsWith(key)
        && (end == all.length() || !Character.isLetterOrDigit(all.codePointAt(end)));
  }

  private List<Range> column(int heading, int which) {
    int size = lines.get(heading).cells().size();
    return lines.subList(heading + 1, lines.size()).stream()
        .map(Line::cells)
        .takeWhile(cells -> cells.size() > 1)
        .filter(cells -> cells.size() == size)
        .filter(cells -> !cells.get(which).text().isBlank())
        .map(cells -> new Range(cells.get(which).start(), cells.get(which).start() + 1))
        .toList();
  }

  private List<Range> beside(int number, int which, int end) {
    Line line = lines.get(number);
    Cell cell = line.cells().get(which);
    String rest = label(text.substring(end, cell.end()));
    if (!rest.isEmpty() && !isLabel(rest)) {
      return List.of(new Range(end, cell.end()));
    }
    List<Range> found = new ArrayList<>();
    found.add(new Range(cell.start(), line.all().end()));
    boolean isBelow = line.continues() && number > 0 && lines.get(number - 1).cells().size() == 1;
    if (isBelow) {
      found.add(lines.get(number - 1).all());
    }
    boolean isLast = number + 1 == lines.size() || !lines.get(number + 1).continues();
    if (!isBelow || !isLast) {
      found.addAll(below(number, which));
    }
    return found;
  }

  /** The cells below, or lines of other cells, as far as there is no other label. */
  private List<Range> below(int number, int which) {
    List<Range> found = new ArrayList<>();
    List<Cell> cells = lines.get(number).cells();
    for (Line line : lines.subList(number + 1, Math.min(number + 1 + BELOW, lines.size()))) {
      boolean isRow = cells.size() > 1 && line.cells().size() == cells.size();
      Cell cell = line.cells().get(isRow ? which : 0);
      if (isRow ? isLabel(cell.text()) : hasLabel(line)) {
        break;
      }
      found.add(isRow ? new Range(cell.start(), cell.end()) : line.all());
    }
    return found;
  }

  private boolean hasLabel(Line line) {
    return line.cells().stream()
        .anyMatch(cell -> isLabel(TICK.matcher(cell.text()).replaceFirst("")));
  }

  /** Where there are boxes to tick, what is behind a ticked one. */
  private List<Range> chosen(Range range) {
    List<MatchResult> ticks = ticks(range.start(), range.end());
    return ticks.isEmpty()
        ? List.of(range)
        : ticks.stream()
            .filter(tick -> tick.group().startsWith(TICKED))
            .map(tick -> new Range(tick.end(), Math.min(tick.end() + 1, range.end())))
            .toList();
  }
}

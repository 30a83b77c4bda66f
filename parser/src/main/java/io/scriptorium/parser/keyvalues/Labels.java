package io.scriptorium.parser.keyvalues;

import io.scriptorium.modelruntime.AnswerForm.Range;
import io.scriptorium.parser.keyvalues.TextLine.Cell;
import io.scriptorium.parser.text.EditDistance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where keys are printed in a text as labels of values, as on a form, and where their values would
 * stand: the box to tick before the label, else behind or below it, or above it on a line to sign.
 * Lines have cells parted by tabs. A label may be misread a little.
 */
final class Labels {
  private static final Pattern TICK = Pattern.compile("[☐☑]\\s*");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final String TICKED = "☑";

  /** Lines below a label in which its value may be. */
  private static final int BELOW = 2;

  /** One in so many letters of a label may be misread. */
  private static final int LETTERS_A_MISTAKE = 6;

  /** One in so many of a key that is printed nowhere else. */
  private static final int LETTERS_A_BAD_MISTAKE = 3;

  /** Letters of a key that is known in spite of so many mistakes. */
  private static final int LONG = 8;

  private final String text;
  private final List<String> keys;
  private final List<String> lowerCase;
  private final List<TextLine> lines;

  /** What is printed for keys that are nowhere printed as they are. */
  private final Map<String, String> misread = new HashMap<>();

  /** For keys where they are printed: boxes to tick, and what is beside them. */
  private final Map<String, List<Range>> boxes = new HashMap<>();

  private final Map<String, List<Range>> beside = new HashMap<>();

  /** Columns that were asked for, by the keys of their records. */
  private final Map<List<String>, Columns> columns = new ConcurrentHashMap<>();

  /** A key that is printed, and where it ends. */
  private record Printed(String key, int end) {}

  Labels(Collection<String> keys, String text) {
    this.text = text;
    this.keys = keys.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    this.lowerCase = this.keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    this.lines = TextLine.of(text);
    findMisread();
    for (int i = 0; i < lines.size(); i++) {
      for (int cell = 0; cell < lines.get(i).cells().size(); cell++) {
        find(i, cell);
      }
    }
  }

  /** Looks for keys that are printed nowhere for the text that is most like them. */
  private void findMisread() {
    Set<String> known = new HashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (TextLine line : lines) {
      for (Cell cell : line.cells()) {
        Optional<Printed> printed = printed(cell.start(), cell.end());
        printed.ifPresent(found -> known.add(found.key()));
        if (printed.isEmpty() && !TICK.matcher(cell.text()).find()) {
          others.add(label(cell.text()));
        }
      }
    }
    keys.stream()
        .filter(key -> key.length() >= LONG && !known.contains(key) && !text.contains(key))
        .forEach(key -> mostLike(key, others).ifPresent(label -> misread.putIfAbsent(label, key)));
  }

  /** What is most like a key; nothing if two texts are so, or none is. */
  private static Optional<String> mostLike(String key, Collection<String> labels) {
    int fewest = key.length() / LETTERS_A_BAD_MISTAKE + 1;
    Optional<String> found = Optional.empty();
    for (String label : labels) {
      int mistakes = mistakes(key, label, fewest);
      if (mistakes < fewest) {
        fewest = mistakes;
        found = Optional.of(label);
      } else if (mistakes == fewest) {
        found = Optional.empty();
      }
    }
    return found;
  }

  /** Whether what fills a line or a cell is one of the keys, whatever its case, and no more. */
  boolean isLabel(String filling) {
    if (misread.containsKey(label(filling))) {
      return true;
    }
    String label = label(filling.toLowerCase(Locale.ROOT));
    boolean hasValue =
        TICK.matcher(label).lookingAt() || lowerCase.stream().anyMatch(key -> isBegun(key, label));
    return lowerCase.contains(label)
        || (!hasValue && lowerCase.stream().anyMatch(key -> isMisread(key, label)));
  }

  /** What is printed without the white and the marks behind a label. */
  static String label(String printed) {
    int end = printed.length();
    while (end > 0 && isBehind(printed.charAt(end - 1))) {
      end--;
    }
    return printed.substring(0, end).strip();
  }

  private static boolean isBehind(char c) {
    return Character.isWhitespace(c) || c == ':' || c == '*';
  }

  static boolean isMisread(String key, String label) {
    int most = key.length() / LETTERS_A_MISTAKE;
    return mistakes(key, label, most) <= most;
  }

  /** How many letters of a key are misread in a label; more than so many are not counted. */
  private static int mistakes(String key, String label, int most) {
    return Math.abs(label.length() - key.length()) > most
        ? most + 1
        : EditDistance.between(key.codePoints().toArray(), label.codePoints().toArray());
  }

  /** Where the value of a key begins if the key is printed; nothing if it is not. */
  List<Range> beside(String key) {
    List<Range> ticks = boxes.getOrDefault(key, List.of());
    return ticks.isEmpty() ? beside.getOrDefault(key, List.of()) : ticks;
  }

  /** Where the values of records with some keys begin. */
  Columns columns(List<String> ofRecords) {
    return columns.computeIfAbsent(ofRecords, same -> new Columns(ofRecords, lines));
  }

  private void find(int line, int which) {
    Cell cell = lines.get(line).cells().get(which);
    printed(cell.start(), cell.end())
        .ifPresent(
            printed ->
                beside(line, which, printed.end())
                    .forEach(range -> add(beside, printed.key(), range)));
    findBoxes(cell);
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
        .or(() -> misread(label).map(key -> new Printed(key, end)))
        .or(
            () ->
                misreadBefore(all).map(key -> new Printed(key, start + begin(key, all).length())));
  }

  private Optional<String> misread(String label) {
    return Optional.ofNullable(misread.get(label))
        .or(() -> keys.stream().filter(key -> isMisread(key, label)).findFirst());
  }

  /** The key that is misread at the start of a text. */
  private Optional<String> misreadBefore(String all) {
    return keys.stream()
        .filter(key -> begin(key, all).length() < all.length())
        .filter(key -> isMisread(key, label(begin(key, all))))
        .findFirst();
  }

  /** As many words of a text as a key has. */
  private static String begin(String key, String all) {
    Matcher words = WORD.matcher(all);
    int end = 0;
    for (long left = WORD.matcher(key).results().count(); left > 0 && words.find(); left--) {
      end = words.end();
    }
    return all.substring(0, end);
  }

  private static boolean isBegun(String key, String all) {
    int end = key.length();
    return all.startsWith(key)
        && (end == all.length() || !Character.isLetterOrDigit(all.codePointAt(end)));
  }

  private List<Range> beside(int number, int which, int end) {
    TextLine line = lines.get(number);
    Cell cell = line.cells().get(which);
    String rest = label(text.substring(end, cell.end()));
    if (!rest.isEmpty() && !isLabel(rest)) {
      Range behind = new Range(end, cell.end());
      return chosen(behind).orElse(List.of(behind));
    }
    Range all = new Range(cell.start(), line.range().end());
    List<Range> found = new ArrayList<>(chosen(all).orElse(List.of(all)));
    if (isBelowItsValue(number)) {
      found.addAll(value(lines.get(number - 1).cells().get(which).range()));
      return found;
    }
    boolean isBelow = line.continues() && number > 0 && lines.get(number - 1).cells().size() == 1;
    if (isBelow) {
      found.addAll(value(lines.get(number - 1).range()));
    }
    boolean isLast = number + 1 == lines.size() || !lines.get(number + 1).continues();
    if (!isBelow || !isLast) {
      found.addAll(below(number, which));
    }
    return found;
  }

  /** Whether a line is a row of labels in a table that begins with a row of values. */
  private boolean isBelowItsValue(int number) {
    int first = number;
    while (first > 0 && lines.get(first).continues()) {
      first--;
    }
    int cells = lines.get(number).cells().size();
    return cells > 1
        && first < number
        && lines.get(number - 1).cells().size() == cells
        && !hasLabel(lines.get(number - 1))
        && !hasLabel(lines.get(first));
  }

  /** The cells below, or lines of other cells, as far as there is no other label. */
  private List<Range> below(int number, int which) {
    List<Range> found = new ArrayList<>();
    List<Cell> cells = lines.get(number).cells();
    for (TextLine line : lines.subList(number + 1, Math.min(number + 1 + BELOW, lines.size()))) {
      boolean isRow = cells.size() > 1 && line.cells().size() == cells.size();
      Cell cell = line.cells().get(isRow ? which : 0);
      if (isRow ? isLabel(cell.text()) : hasLabel(line)) {
        break;
      }
      found.addAll(value(isRow ? cell.range() : line.range()));
    }
    return found;
  }

  private boolean hasLabel(TextLine line) {
    return line.cells().stream()
        .anyMatch(cell -> isLabel(TICK.matcher(cell.text()).replaceFirst("")));
  }

  /** Where a value begins that has a line or a cell of its own. */
  private List<Range> value(Range range) {
    return chosen(range).orElse(List.of(range.first()));
  }

  /** Where there are boxes to tick, what is behind a ticked one. */
  private Optional<List<Range>> chosen(Range range) {
    List<MatchResult> ticks = ticks(range.start(), range.end());
    return ticks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ticks.stream()
                .filter(tick -> tick.group().startsWith(TICKED))
                .map(tick -> new Range(tick.end(), range.end()).first())
                .toList());
  }
}

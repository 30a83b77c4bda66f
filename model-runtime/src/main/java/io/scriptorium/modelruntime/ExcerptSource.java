package io.scriptorium.modelruntime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text from which excerpts are copied, in whole words. Bytes stand for characters, one each, as
 * tokens need not hold whole characters. Immutable.
 */
final class ExcerptSource {
  /**
   * A word, a number with what stands in it, or a backslash with what it escapes: what an excerpt
   * does not break.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "\\\\.|[\\p{L}\\p{M}\\p{N}]+"
              + "(?:(?:[.'’/@_+-]|(?<=\\p{N}),(?=\\p{N}))[\\p{L}\\p{M}\\p{N}]+)*");

  private static final Pattern LINE = Pattern.compile("[^\n]+");
  private static final Pattern CELL = Pattern.compile("[^\n\t]+");

  private final String bytes;

  /** Where in the bytes each character begins, and the end; the end of one for its second half. */
  private final int[] characters;

  /** The first bytes of the lines that are not empty. */
  private final int[] lineStarts;

  /** Behind their last bytes. */
  private final int[] lineEnds;

  /** Where no excerpt begins or ends: inside of words, and of characters. */
  private final BitSet insideWords = new BitSet();

  /** What no excerpt begins in. */
  private final BitSet labels = new BitSet();

  /**
   * @param isLabel see {@link AnswerForm#isLabel}
   */
  ExcerptSource(String text, Predicate<String> isLabel) {
    this.bytes = bytes(text);
    this.characters = new int[text.length() + 1];
    int length = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      characters[i] = length;
      String character = Character.toString(text.codePointAt(i));
      length += bytes(character).length();
      if (character.length() == 2) {
        characters[i + 1] = length;
      }
    }
    characters[text.length()] = length;
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    find(
        LINE,
        text,
        (line, start, end) -> {
          if (!line.isBlank()) {
            starts.add(start);
            ends.add(end);
          }
        });
    this.lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    this.lineEnds = ends.stream().mapToInt(Integer::intValue).toArray();
    IntStream.range(0, bytes.length())
        .filter(i -> (bytes.charAt(i) & 0xC0) == 0x80)
        .forEach(insideWords::set);
    find(WORD, text, (word, start, end) -> insideWords.set(start + 1, end));
    find(
        CELL,
        text,
        (cell, start, end) -> {
          if (isLabel.test(cell)) {
            labels.set(start, end);
          }
        });
  }

  /** A part of the text, from its first byte to behind its last one. */
  private interface Found {
    void at(String part, int start, int end);
  }

  private void find(Pattern pattern, String text, Found found) {
    Matcher part = pattern.matcher(text);
    while (part.find()) {
      found.at(part.group(), characters[part.start()], characters[part.end()]);
    }
  }

  /** A text's bytes, one a character. */
  static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** The places of ranges of characters, with a space before them, which a token may have. */
  BitSet places(List<AnswerForm.Range> ranges) {
    BitSet found = new BitSet();
    for (AnswerForm.Range range : ranges) {
      int start = characters[range.start()];
      boolean spaced = start > 0 && bytes.charAt(start - 1) == ' ';
      found.set(spaced ? start - 1 : start, characters[range.end()]);
    }
    return found;
  }

  int lines() {
    return lineEnds.length;
  }

  /** The number of the line at a place. */
  int lineAt(int place) {
    int found = Arrays.binarySearch(lineEnds, place);
    return Math.min(found >= 0 ? found + 1 : -found - 1, lineEnds.length - 1);
  }

  /** Whether no empty line parts a line from a later one. */
  boolean isInBlockOf(int line, int later) {
    return !bytes.substring(lineEnds[line], lineStarts[later]).contains("\n\n");
  }

  /** How many cells a line has up to the last one that is not empty; they are parted by tabs. */
  int cells(int line) {
    String text = bytes.substring(lineStarts[line], lineEnds[line]);
    return tabs(lineStarts[line], lineStarts[line] + text.stripTrailing().length()) + 1;
  }

  /** Whether two lines have as many cells, with or without empty ones at their ends. */
  boolean isAligned(int line, int other) {
    return cells(line) == cells(other)
        || tabs(lineStarts[line], lineEnds[line]) == tabs(lineStarts[other], lineEnds[other]);
  }

  /** What stands in a cell of a line; nothing if it has fewer. */
  String cell(int line, int number) {
    int start = cellStart(line, number);
    return start < 0
        ? ""
        : new String(bytes.substring(start, cellEnd(line, start)).getBytes(ISO_8859_1), UTF_8);
  }

  /** Whether a cell of a line is a label, in which no excerpt begins. */
  boolean isLabel(int line, int number) {
    int start = cellStart(line, number);
    return start >= 0 && labels.get(start);
  }

  /** Sets the places of a cell of a line. */
  void setCell(BitSet places, int line, int number) {
    int start = cellStart(line, number);
    if (start >= 0) {
      places.set(start, cellEnd(line, start));
    }
  }

  /** Where a cell of a line starts; -1 if it has fewer. */
  private int cellStart(int line, int number) {
    int start = lineStarts[line];
    for (int i = 0; i < number; i++) {
      start = bytes.indexOf('\t', start) + 1;
      if (start == 0 || start > lineEnds[line]) {
        return -1;
      }
    }
    return start;
  }

  private int cellEnd(int line, int start) {
    int tab = bytes.indexOf('\t', start);
    return tab < 0 ? lineEnds[line] : Math.min(tab, lineEnds[line]);
  }

  /** The number of the cell at a place in its line. */
  int cellAt(int place) {
    return tabs(lineStarts[lineAt(place)], place);
  }

  private int tabs(int start, int end) {
    return (int)
        bytes.substring(start, Math.max(start, end)).chars().filter(c -> c == '\t').count();
  }

  /** Whether between the start of the cell or line and a place there is white space at most. */
  boolean beginsCell(int place) {
    int at = place;
    while (at > 0 && bytes.charAt(at - 1) == ' ') {
      at--;
    }
    return at == 0 || isBetweenCells(at - 1);
  }

  /** Whether between a place and the end of the cell or line there is white space at most. */
  boolean endsCell(int place) {
    int at = place;
    while (at < bytes.length() && bytes.charAt(at) == ' ') {
      at++;
    }
    return at == bytes.length() || isBetweenCells(at);
  }

  private boolean isBetweenCells(int place) {
    return bytes.charAt(place) == '\t' || bytes.charAt(place) == '\n';
  }

  /**
   * Where excerpts that begin with some bytes may begin.
   *
   * @param beginning may have spaces before the excerpt
   */
  List<Integer> beginnings(String beginning) {
    int spaces = beginning.length() - beginning.stripLeading().length();
    List<Integer> found = new ArrayList<>();
    for (int at = bytes.indexOf(beginning); at >= 0; at = bytes.indexOf(beginning, at + 1)) {
      if (!insideWords.get(at + spaces) && !labels.get(at + spaces)) {
        found.add(at);
      }
    }
    return found;
  }

  /** Whether an excerpt goes on with some bytes at a place. It does not go over an empty line. */
  boolean isContinued(int start, int place, String some) {
    int emptyLine = bytes.indexOf("\n\n", start);
    return bytes.startsWith(some, place)
        && (emptyLine < 0 || emptyLine + 1 >= place + some.length());
  }

  /** Whether an excerpt may end before a place. */
  boolean endsBefore(int place) {
    return !insideWords.get(place);
  }
}

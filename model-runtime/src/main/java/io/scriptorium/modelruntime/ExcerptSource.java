package io.scriptorium.modelruntime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  private final String bytes;

  /** Behind the last bytes of the lines that are not empty. */
  private final int[] lineEnds;

  /** Where no excerpt begins or ends: inside of words, and of characters. */
  private final BitSet insideWords = new BitSet();

  ExcerptSource(String text) {
    this.bytes = bytes(text);
    List<Integer> ends = new ArrayList<>();
    find(
        LINE,
        text,
        (line, start, end) -> {
          if (!line.isBlank()) {
            ends.add(end);
          }
        });
    this.lineEnds = ends.stream().mapToInt(Integer::intValue).toArray();
    IntStream.range(0, bytes.length())
        .filter(i -> (bytes.charAt(i) & 0xC0) == 0x80)
        .forEach(insideWords::set);
    find(WORD, text, (word, start, end) -> insideWords.set(start + 1, end));
  }

  /** A part of the text, from its first byte to behind its last one. */
  private interface Found {
    void at(String part, int start, int end);
  }

  private static void find(Pattern pattern, String text, Found found) {
    Matcher part = pattern.matcher(text);
    int characters = 0;
    int start = 0;
    while (part.find()) {
      start += bytes(text.substring(characters, part.start())).length();
      int end = start + bytes(part.group()).length();
      found.at(part.group(), start, end);
      characters = part.end();
      start = end;
    }
  }

  /** A text's bytes, one a character. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  int lines() {
    return lineEnds.length;
  }

  /** The number of the line at a place. */
  int lineAt(int place) {
    int found = Arrays.binarySearch(lineEnds, place);
    return Math.min(found >= 0 ? found + 1 : -found - 1, lineEnds.length - 1);
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
      if (!insideWords.get(at + spaces)) {
        found.add(at);
      }
    }
    return found;
  }

  /** Whether some bytes stand at a place. */
  boolean standsAt(int place, String some) {
    return bytes.startsWith(some, place);
  }

  /** Whether an excerpt may end before a place. */
  boolean endsBefore(int place) {
    return !insideWords.get(place);
  }
}

package io.scriptorium.parser.evaluation;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What has to be struck and added, word by word, to make the truth of what was read.
 *
 * @param cut whether a text had more words than are compared
 */
record TextDiff(List<Part> parts, boolean cut) {
  /** Words of a page that are compared. */
  static final int MAX_WORDS = 3_000;

  private static final Pattern WORD = Pattern.compile("(\\S+)(\\s*)");

  TextDiff {
    parts = List.copyOf(parts);
  }

  enum Kind {
    SAME,
    /** In the truth, and not read. */
    MISSED,
    /** Read, and not in the truth. */
    ADDED
  }

  /** Words in a row. */
  record Part(Kind kind, String text) {}

  /** A word and the white space behind it. */
  private record Word(String word, String space) {
    boolean isSame(Word other) {
      return word.equals(other.word);
    }
  }

  static TextDiff of(String truth, String read) {
    List<Word> expected = words(truth);
    List<Word> actual = words(read);
    boolean cut = expected.size() > MAX_WORDS || actual.size() > MAX_WORDS;
    expected = head(expected);
    actual = head(actual);
    List<Part> parts = new ArrayList<>();
    List<Word> missed = new ArrayList<>();
    List<Word> added = new ArrayList<>();
    int done = 0;
    for (Change change :
        new MyersDiffWithLinearSpace<>(Word::isSame).computeDiff(expected, actual, null)) {
      if (change.startOriginal > done) {
        flush(missed, added, parts);
        add(Kind.SAME, expected.subList(done, change.startOriginal), parts);
      }
      missed.addAll(expected.subList(change.startOriginal, change.endOriginal));
      added.addAll(actual.subList(change.startRevised, change.endRevised));
      done = change.endOriginal;
    }
    flush(missed, added, parts);
    add(Kind.SAME, expected.subList(done, expected.size()), parts);
    return new TextDiff(parts, cut);
  }

  /** What is missed stands before what was read in its place. */
  private static void flush(List<Word> missed, List<Word> added, List<Part> parts) {
    add(Kind.MISSED, missed, parts);
    add(Kind.ADDED, added, parts);
    missed.clear();
    added.clear();
  }

  private static List<Word> words(String text) {
    return WORD.matcher(text).results().map(TextDiff::word).toList();
  }

  private static Word word(MatchResult match) {
    String space = match.group(2);
    return new Word(match.group(1), space.contains("\n") ? "\n" : space.isEmpty() ? "" : " ");
  }

  private static List<Word> head(List<Word> words) {
    return words.subList(0, Math.min(words.size(), MAX_WORDS));
  }

  private static void add(Kind kind, List<Word> words, List<Part> parts) {
    if (!words.isEmpty()) {
      StringBuilder text = new StringBuilder();
      words.forEach(word -> text.append(word.word).append(word.space));
      parts.add(new Part(kind, text.toString()));
    }
  }
}

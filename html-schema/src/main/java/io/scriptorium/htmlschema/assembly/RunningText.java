package io.scriptorium.htmlschema.assembly;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells sentences, or parts of them, from labels and headings by the case of their words. */
final class RunningText {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern LOWER_CASE = Pattern.compile("\\p{Ll}");

  private RunningText() {}

  /** Whether a text has so many words, half of them in lower case. */
  static boolean is(String text, int leastWords) {
    String[] words = SPACE.split(text.strip());
    long lower = Arrays.stream(words).filter(word -> LOWER_CASE.matcher(word).lookingAt()).count();
    return words.length >= leastWords && 2 * lower >= words.length;
  }
}

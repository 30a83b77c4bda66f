package io.scriptorium.parser.evaluation;

import io.scriptorium.parser.text.EditDistance;
import java.util.Arrays;

/**
 * How far a text is from its truth.
 *
 * @param truth characters of the truth
 * @param predicted characters of what was read
 * @param errors the Levenshtein distance between them
 * @param cut whether a text was longer than what is compared
 */
record TextScore(int truth, int predicted, int errors, boolean cut) {
  /** Characters of a page that are compared one by one; each one beyond is an error. */
  static final int MAX_CHARACTERS = 50_000;

  static TextScore of(String truth, String predicted) {
    int[] expected = NormalText.codePoints(truth);
    int[] actual = NormalText.codePoints(predicted);
    int beyond = Math.max(beyond(expected), beyond(actual));
    int errors = EditDistance.between(head(expected), head(actual)) + beyond;
    return new TextScore(expected.length, actual.length, errors, beyond > 0);
  }

  /** Errors by the length of the longer text, from 0 to 1. */
  double normalised() {
    int longer = Math.max(truth, predicted);
    return longer == 0 ? 0 : Math.min(1, (double) errors / longer);
  }

  private static int beyond(int[] text) {
    return Math.max(0, text.length - MAX_CHARACTERS);
  }

  private static int[] head(int[] text) {
    return beyond(text) == 0 ? text : Arrays.copyOf(text, MAX_CHARACTERS);
  }
}

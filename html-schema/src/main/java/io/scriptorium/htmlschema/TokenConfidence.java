package io.scriptorium.htmlschema;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How sure a model was of each part of the text that it emitted. Immutable. */
public final class TokenConfidence {
  private static final Pattern BOX = Pattern.compile("data-bbox=[\"']([^\"'>]*)");

  private final int[] ends;
  // Sums of the logarithms before each token and after the last.
  private final double[] sums;

  /**
   * Takes the tokens in their order.
   *
   * @param ends for each token, the length of the text up to and with it, in chars
   * @param logProbabilities natural logarithms of the probabilities of the tokens
   */
  public TokenConfidence(int[] ends, float[] logProbabilities) {
    if (ends.length != logProbabilities.length) {
      throw new IllegalArgumentException(
          ends.length + " ends do not fit " + logProbabilities.length + " probabilities");
    }
    this.ends = ends.clone();
    this.sums = new double[ends.length + 1];
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] < (i == 0 ? 0 : ends[i - 1])) {
        throw new IllegalArgumentException("token " + i + " ends before the one before it");
      }
      sums[i + 1] = sums[i] + logProbabilities[i];
    }
  }

  /**
   * The geometric mean of the probabilities of the tokens that a part of the text is made of; empty
   * if there are none, or if their probabilities are no numbers.
   */
  OptionalDouble of(int start, int end) {
    int first = countUpTo(start);
    int last = Math.min(ends.length, countUpTo(end - 1) + 1);
    if (end <= start || last <= first) {
      return OptionalDouble.empty();
    }
    double mean = Math.exp((sums[last] - sums[first]) / (last - first));
    return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, mean));
  }

  /** Number of tokens that end at or before a position. */
  private int countUpTo(int position) {
    int found = Arrays.binarySearch(ends, position);
    if (found < 0) {
      return ~found;
    }
    // Tokens without text of their own end where the one before them does.
    while (found < ends.length && ends[found] == position) {
      found++;
    }
    return found;
  }

  /**
   * Of all tokens but those of the numbers of boxes: how sure the model was of what it read, not of
   * the pixels where that stands. Tokens without text of their own are left out.
   *
   * @param html the text that the tokens were emitted for
   */
  public TokenConfidence withoutBoxes(String html) {
    boolean[] boxes = new boolean[html.length()];
    BOX.matcher(html).results().forEach(box -> Arrays.fill(boxes, box.start(1), box.end(1), true));
    int[] some = new int[ends.length];
    float[] logarithms = new float[ends.length];
    int count = 0;
    int start = 0;
    for (int i = 0; i < ends.length && start < html.length(); i++) {
      if (ends[i] > start && !boxes[start]) {
        some[count] = ends[i];
        logarithms[count++] = (float) (sums[i + 1] - sums[i]);
      }
      start = ends[i];
    }
    return new TokenConfidence(Arrays.copyOf(some, count), Arrays.copyOf(logarithms, count));
  }

  /** How many tokens there are. */
  public int count() {
    return ends.length;
  }

  /** How many tokens had a lower probability than that. */
  public int countBelow(double probability) {
    double least = Math.log(probability);
    int count = 0;
    for (int i = 0; i < ends.length; i++) {
      count += sums[i + 1] - sums[i] < least ? 1 : 0;
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenConfidence that
        && Arrays.equals(ends, that.ends)
        && Arrays.equals(sums, that.sums);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ends) + Arrays.hashCode(sums);
  }
}

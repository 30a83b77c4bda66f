package io.scriptorium.modelruntime.generation;

/** What the logits of a step say. */
public final class Logits {
  private Logits() {}

  /**
   * What is taken from a logit to get the natural logarithm of its token's probability.
   *
   * @param logits {@code [vocabulary]}, finite
   */
  public static double logNormaliser(float[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest + Math.log(sum);
  }
}

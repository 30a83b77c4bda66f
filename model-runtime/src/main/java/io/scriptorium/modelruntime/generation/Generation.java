package io.scriptorium.modelruntime.generation;

/**
 * What a model answered.
 *
 * @param ids emitted tokens, the end token included if there was one
 * @param logProbabilities natural logarithm of the probability that the model itself gave to each
 *     emitted token, before penalty, temperature and cuts
 * @param finish why it ended
 * @param promptTokens tokens of the prompt, images and videos included
 */
@SuppressWarnings("ArrayRecordComponent")
public record Generation(int[] ids, float[] logProbabilities, Finish finish, int promptTokens) {
  /** Why an answer ended. */
  public enum Finish {
    /** The model emitted an end token. */
    END_TOKEN,
    /** The token limit was reached. */
    TOKEN_LIMIT,
    /** A {@link StopRule} ended it. */
    STOPPED
  }

  /** Mean of the log probabilities. */
  public double meanLogProbability() {
    double sum = 0;
    for (float logProbability : logProbabilities) {
      sum += logProbability;
    }
    return sum / logProbabilities.length;
  }
}

package io.scriptorium.modelruntime.generation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Chooses the tokens of one sequence. Holds its random numbers and which tokens have occurred; for
 * one sequence on one thread.
 */
final class Sampler implements TokenChooser {
  private final GenerationOptions options;
  private final int tokens;
  private final BitSet occurred = new BitSet();
  private final SplittableRandom random;

  /**
   * @param prompt ids of the prompt, which count as occurred
   * @param tokens ids from here on are padding of the vocabulary and are never chosen
   */
  Sampler(GenerationOptions options, int[] prompt, int tokens) {
    this.options = options;
    this.tokens = tokens;
    this.random = new SplittableRandom(options.seed());
    Arrays.stream(prompt).forEach(occurred::set);
  }

  @Override
  public int choose(float[] logits) {
    penalise(logits);
    int chosen = options.temperature() == 0 ? mostProbable(logits, tokens) : draw(logits);
    occurred.set(chosen);
    return chosen;
  }

  private void penalise(float[] logits) {
    float penalty = (float) options.repetitionPenalty();
    if (penalty == 1) {
      return;
    }
    for (int id = occurred.nextSetBit(0); id >= 0; id = occurred.nextSetBit(id + 1)) {
      logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty;
    }
  }

  /** The token with the largest logit among the first ones; the first of them if they are equal. */
  static int mostProbable(float[] logits, int tokens) {
    int best = 0;
    for (int id = 1; id < tokens; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }

  private int draw(float[] logits) {
    int[] candidates = candidates(logits);
    double[] weights = new double[candidates.length];
    double largest = logits[candidates[0]];
    double sum = 0;
    for (int i = 0; i < candidates.length; i++) {
      weights[i] = Math.exp((logits[candidates[i]] - largest) / options.temperature());
      sum += weights[i];
    }
    int kept = nucleus(weights, sum);
    double mass = 0;
    for (int i = 0; i < kept; i++) {
      mass += weights[i];
    }
    double point = random.nextDouble() * mass;
    for (int i = 0; i < kept - 1; i++) {
      point -= weights[i];
      if (point < 0) {
        return candidates[i];
      }
    }
    return candidates[kept - 1];
  }

  /** Ids by falling logit, the most probable {@code topK} of them; equal ones by rising id. */
  private int[] candidates(float[] logits) {
    long[] keys = new long[tokens];
    for (int id = 0; id < tokens; id++) {
      keys[id] = ((long) ~sortable(logits[id]) << 32) | id;
    }
    Arrays.sort(keys);
    int kept = options.topK() == 0 ? tokens : Math.min(options.topK(), tokens);
    int[] ids = new int[kept];
    for (int i = 0; i < kept; i++) {
      ids[i] = (int) keys[i];
    }
    return ids;
  }

  // Orders like the float when compared as a signed int.
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  private int nucleus(double[] weights, double sum) {
    if (options.topP() == 1) {
      return weights.length;
    }
    double mass = 0;
    for (int i = 0; i < weights.length; i++) {
      mass += weights[i];
      if (mass >= options.topP() * sum) {
        return i + 1;
      }
    }
    return weights.length;
  }
}

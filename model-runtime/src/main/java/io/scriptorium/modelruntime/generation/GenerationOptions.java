package io.scriptorium.modelruntime.generation;

/**
 * How tokens are chosen. The order is that of the reference: penalty, temperature, top-k, top-p.
 *
 * @param maxTokens tokens to emit at the most
 * @param temperature divides the logits; 0 always takes the most probable token
 * @param topK how many of the most probable tokens may be drawn; 0 for all
 * @param topP the smallest set of tokens with at least this probability may be drawn; 1 for all
 * @param repetitionPenalty divides positive and multiplies negative logits of every token that
 *     occurs in the prompt or the answer so far; 1 for none
 * @param seed of the random numbers; the same seed gives the same answer
 */
public record GenerationOptions(
    int maxTokens, double temperature, int topK, double topP, double repetitionPenalty, long seed) {
  /** Always the most probable token. */
  public static final GenerationOptions GREEDY = new GenerationOptions(4096, 0, 0, 1, 1, 0);

  public GenerationOptions {
    require(maxTokens >= 1, "maxTokens", maxTokens, "at least 1");
    require(temperature >= 0 && temperature <= 100, "temperature", temperature, "in 0 … 100");
    require(topK >= 0, "topK", topK, "0 or more");
    require(topP > 0 && topP <= 1, "topP", topP, "above 0 and at most 1");
    require(
        repetitionPenalty > 0 && repetitionPenalty <= 10,
        "repetitionPenalty",
        repetitionPenalty,
        "above 0 and at most 10");
  }

  public GenerationOptions withMaxTokens(int limit) {
    return new GenerationOptions(limit, temperature, topK, topP, repetitionPenalty, seed);
  }

  public GenerationOptions withRepetitionPenalty(double penalty) {
    return new GenerationOptions(maxTokens, temperature, topK, topP, penalty, seed);
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " (" + value + ") must be " + range);
    }
  }
}

package io.scriptorium.modelruntime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
  private static final int[] NO_PROMPT = {};
  private static final int DRAWS = 20_000;

  @Nested
  class MostProbable {
    @Test
    void takesTheLargestLogit() {
      assertThat(greedy(3, 1).choose(logits(1, 3, 2))).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfEqualLogits() {
      assertThat(greedy(3, 1).choose(logits(1, 3, 3))).isEqualTo(1);
    }

    @Test
    void takesTheLargestOfNegativeLogits() {
      assertThat(greedy(3, 1).choose(logits(-3, -1, -2))).isEqualTo(1);
    }

    @Test
    void neverTakesPaddingOfTheVocabulary() {
      assertThat(greedy(2, 1).choose(logits(1, 3, 9))).isEqualTo(1);
    }
  }

  @Nested
  class Penalty {
    @Test
    void dividesPositiveAndMultipliesNegativeLogitsOfThePrompt() {
      float[] logits = logits(2, -2, 0, 2, -2);

      greedy(5, 1.25, 0, 1, 2).choose(logits);

      assertThat(logits).containsExactly(2 / 1.25f, -2 * 1.25f, 0, 2, -2);
    }

    @Test
    void countsATokenOnceHoweverOftenItOccurred() {
      float[] logits = logits(8, 1);

      greedy(2, 2, 0, 0, 0).choose(logits);

      assertThat(logits).containsExactly(4, 1);
    }

    @Test
    void countsTheAnswerSoFar() {
      Sampler sampler = greedy(3, 2);

      assertThat(sampler.choose(logits(5, 4, 3))).isEqualTo(0);
      assertThat(sampler.choose(logits(5, 4, 3))).isEqualTo(1);
      assertThat(sampler.choose(logits(5, 4, 3))).isEqualTo(2);
      assertThat(sampler.choose(logits(5, 4, 3))).isEqualTo(0);
    }

    @Test
    void ofOneChangesNothing() {
      float[] logits = logits(0.1f, -0.3f);

      greedy(2, 1, 0, 1).choose(logits);

      assertThat(logits).containsExactly(0.1f, -0.3f);
    }

    @Test
    void comesBeforeTheDraw() {
      Sampler sampler = new Sampler(new GenerationOptions(1, 1, 1, 1, 2, 0), new int[] {0}, 2);

      assertThat(sampler.choose(logits(3, 2))).isEqualTo(1);
    }
  }

  @Nested
  class Draws {
    @Test
    void followTheSoftmaxOfTheLogits() {
      double[] shares = shares(options(1, 0, 1), log(0.5, 0.3, 0.2));

      assertThat(shares).containsExactly(new double[] {0.5, 0.3, 0.2}, within(0.015));
    }

    @Test
    void areFlatterWithTemperature() {
      double[] shares = shares(options(2, 0, 1), log(0.8, 0.2));

      assertThat(shares).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(0.015));
    }

    @Test
    void keepTheMostProbableTopK() {
      double[] shares = shares(options(1, 2, 1), log(0.1, 0.5, 0.15, 0.25));

      assertThat(shares).containsExactly(new double[] {0, 2 / 3.0, 0, 1 / 3.0}, within(0.015));
      assertThat(shares[0] + shares[2]).isZero();
    }

    @Test
    void keepAllWhereTopKIsMoreThanThereAre() {
      assertThat(shares(options(1, 99, 1), log(0.5, 0.5))[1]).isCloseTo(0.5, within(0.015));
    }

    @ParameterizedTest(name = "top-p {0} keeps {1} tokens")
    @CsvSource({"0.0001, 1", "0.39, 1", "0.41, 2", "0.69, 2", "0.71, 3", "0.99, 4", "1, 4"})
    void keepTheSmallestSetThatReachesTopP(double topP, int kept) {
      double[] shares = shares(options(1, 0, topP), log(0.2, 0.4, 0.1, 0.3));

      int[] byProbability = {1, 3, 0, 2};
      assertThat(IntStream.range(0, 4).filter(i -> shares[byProbability[i]] > 0))
          .containsExactlyElementsOf(IntStream.range(0, kept).boxed().toList());
    }

    @Test
    void measureTopPAmongTheTopK() {
      double[] shares = shares(options(1, 2, 0.6), log(0.34, 0.33, 0.33));

      assertThat(shares[0]).isCloseTo(34 / 67.0, within(0.015));
      assertThat(shares[1]).isCloseTo(33 / 67.0, within(0.015));
    }

    @Test
    void measureTopPAfterTheTemperature() {
      assertThat(shares(options(0.5, 0, 0.9), log(0.8, 0.2))[0]).isEqualTo(1);
      assertThat(shares(options(1, 0, 0.9), log(0.8, 0.2))[1]).isPositive();
    }

    @Test
    void neverReachThePaddingOfTheVocabulary() {
      Sampler sampler = new Sampler(options(100, 0, 1), NO_PROMPT, 2);

      for (int draw = 0; draw < 1000; draw++) {
        assertThat(sampler.choose(logits(1, 1, 50))).isLessThan(2);
      }
    }

    @Test
    void areTheSameWithTheSameSeed() {
      assertThat(answer(1)).isEqualTo(answer(1)).isNotEqualTo(answer(2));
    }

    @Test
    void stayWithTheLargestLogitAtATemperatureNextToZero() {
      assertThat(shares(options(1e-300, 0, 1), logits(1, 2, 1.9999f))).containsExactly(0, 1, 0);
    }

    private int[] answer(long seed) {
      Sampler sampler = new Sampler(new GenerationOptions(1, 1, 0, 1, 1, seed), NO_PROMPT, 8);
      return IntStream.range(0, 50).map(draw -> sampler.choose(new float[8])).toArray();
    }

    private double[] shares(GenerationOptions options, float[] logits) {
      Sampler sampler = new Sampler(options, NO_PROMPT, logits.length);
      int[] counts = new int[logits.length];
      for (int draw = 0; draw < DRAWS; draw++) {
        counts[sampler.choose(logits.clone())]++;
      }
      return IntStream.of(counts).mapToDouble(count -> (double) count / DRAWS).toArray();
    }
  }

  @Nested
  class Options {
    @ParameterizedTest
    @CsvSource({
      "0, 0, 0, 1, 1, maxTokens (0) must be at least 1",
      "1, -1, 0, 1, 1, temperature (-1.0) must be in 0 … 100",
      "1, NaN, 0, 1, 1, temperature (NaN) must be in 0 … 100",
      "1, 0, -1, 1, 1, topK (-1) must be 0 or more",
      "1, 0, 0, 0, 1, topP (0.0) must be above 0 and at most 1",
      "1, 0, 0, 1.1, 1, topP (1.1) must be above 0 and at most 1",
      "1, 0, 0, 1, 0, repetitionPenalty (0.0) must be above 0 and at most 10"
    })
    void nameTheValueThatIsOutOfRange(
        int maxTokens, double temperature, int topK, double topP, double penalty, String message) {
      assertThatThrownBy(
              () -> new GenerationOptions(maxTokens, temperature, topK, topP, penalty, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  private static Sampler greedy(int tokens, double penalty, int... prompt) {
    return new Sampler(GenerationOptions.GREEDY.withRepetitionPenalty(penalty), prompt, tokens);
  }

  private static GenerationOptions options(double temperature, int topK, double topP) {
    return new GenerationOptions(1, temperature, topK, topP, 1, 42);
  }

  private static float[] logits(float... logits) {
    return logits;
  }

  private static float[] log(double... probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }
}

package io.scriptorium.modelruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopiedTokensTest {
  private static final Offset<Double> CLOSE = within(1e-4);

  private static Tokenizer tokenizer;

  private CopiedTokens tokens;

  @BeforeAll
  static void readTokenizer() throws Exception {
    URL file =
        Objects.requireNonNull(CopiedTokensTest.class.getResource("/tokenizer/tokenizer.json"));
    tokenizer = Tokenizer.read(Path.of(file.toURI()).getParent());
  }

  @BeforeEach
  void copiesNothingYet() {
    tokens = new CopiedTokens(tokenizer);
  }

  @Test
  void tellsHowProbableTheFirstTokenOfEachTextWas() {
    tokens.add(logits(Map.of("5", 0.7, "9", 0.2, "\"", 0.1)), log(0.1), "5");

    double[] found = tokens.of(List.of("5", "9"));

    assertThat(found[0]).isEqualTo(Math.log(0.7), CLOSE);
    assertThat(found[1]).isEqualTo(Math.log(0.2), CLOSE);
    assertThat(tokens.ofNothing()).isEqualTo(Math.log(0.1), CLOSE);
  }

  @Test
  void tellsTextsThatBeginAlikeByWhatComesBehind() {
    tokens.add(logits(Map.of("2", 0.9, "5", 0.1)), log(0), "2");
    tokens.add(logits(Map.of("5", 0.6, "7", 0.3, "\"", 0.1)), log(0.1), "5");

    double[] found = tokens.of(List.of("25", "27", "2", "5"));

    assertThat(found[0]).as("25").isEqualTo(Math.log(0.9 * 0.6), CLOSE);
    assertThat(found[1]).as("27").isEqualTo(Math.log(0.9 * 0.3), CLOSE);
    assertThat(found[2]).as("2, which ends there").isEqualTo(Math.log(0.9 * 0.1), CLOSE);
    assertThat(found[3]).as("5, where 2 was written").isEqualTo(Math.log(0.1), CLOSE);
  }

  @Test
  void mindsNoSpaceBeforeTheFirstToken() {
    tokens.add(logits(Map.of(" a", 0.8, "a", 0.1, "\"", 0.1)), log(0.1), " a");

    assertThat(tokens.of(List.of("a"))[0]).isEqualTo(Math.log(0.8), CLOSE);
  }

  @Test
  void knowsBytesOfLettersThatHaveSeveral() {
    tokens.add(logits(Map.of("é", 0.8, "\"", 0.2)), log(0.2), "Ã©");

    assertThat(tokens.of(List.of("é", "è"))[0]).isEqualTo(Math.log(0.8), CLOSE);
  }

  /** Logits of tokens that are so probable; all others are impossible. */
  private static float[] logits(Map<String, Double> probable) {
    float[] logits = new float[tokenizer.vocabularySize()];
    Arrays.fill(logits, -1000);
    probable.forEach(
        (token, probability) -> {
          int[] ids = tokenizer.encodeText(token);
          assertThat(ids).as(token).hasSize(1);
          logits[ids[0]] = log(probability);
        });
    return logits;
  }

  private static float log(double probability) {
    return (float) Math.log(probability);
  }
}

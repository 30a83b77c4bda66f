package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScoreTest {
  @Test
  void comparesNeitherWhiteSpaceNorTheFormOfAccents() {
    TextScore score = TextScore.of("Café  au\nlait", " Cafe\u0301 au\u00A0lait\t");

    assertThat(score).isEqualTo(new TextScore(12, 12, 0, false));
  }

  @Test
  void dividesTheErrorsByTheLongerText() {
    TextScore score = TextScore.of("abcd", "abcdefgh");

    assertThat(score.errors()).isEqualTo(4);
    assertThat(score.normalised()).isEqualTo(0.5);
  }

  @Test
  void countsATextOutOfNothingAsWhollyWrong() {
    assertThat(TextScore.of("", "abc").normalised()).isEqualTo(1);
    assertThat(TextScore.of("", " ").normalised()).isZero();
  }

  @Test
  void countsWhatIsBeyondTheLimitAsErrors() {
    String text = "x".repeat(TextScore.MAX_CHARACTERS);

    TextScore score = TextScore.of(text, text + "x".repeat(11));

    assertThat(score.errors()).isEqualTo(11);
    assertThat(score.cut()).isTrue();
  }
}

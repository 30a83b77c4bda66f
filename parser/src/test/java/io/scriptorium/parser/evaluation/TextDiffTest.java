package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.parser.evaluation.TextDiff.Kind;
import io.scriptorium.parser.evaluation.TextDiff.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void showsWhatWasMissedBeforeWhatWasReadInstead() {
    assertThat(TextDiff.of("Dear Ada,\nthank you", "Dear Ida,\nthank you all").parts())
        .containsExactly(
            new Part(Kind.SAME, "Dear "),
            new Part(Kind.MISSED, "Ada,\n"),
            new Part(Kind.ADDED, "Ida,\n"),
            new Part(Kind.SAME, "thank you"),
            new Part(Kind.ADDED, "all"));
  }

  @Test
  void takesLinesBrokenElsewhereForTheSame() {
    assertThat(TextDiff.of("a b\nc", "a\nb c").parts())
        .containsExactly(new Part(Kind.SAME, "a b\nc"));
  }

  @Test
  void showsTextsThatAreThereOnOneSideOnly() {
    assertThat(TextDiff.of("", "").parts()).isEmpty();
    assertThat(TextDiff.of("a", "").parts()).containsExactly(new Part(Kind.MISSED, "a"));
    assertThat(TextDiff.of("", "a").parts()).containsExactly(new Part(Kind.ADDED, "a"));
  }

  @Test
  void givesBothTextsBack() {
    String truth = "one two three two one two four";
    String read = "two one three three one four two";
    TextDiff diff = TextDiff.of(truth, read);

    assertThat(without(Kind.ADDED, diff)).isEqualTo(truth.replace(" ", ""));
    assertThat(without(Kind.MISSED, diff)).isEqualTo(read.replace(" ", ""));
  }

  @Test
  void comparesNoMoreThanTheLimit() {
    TextDiff diff = TextDiff.of("same", "word ".repeat(TextDiff.MAX_WORDS + 1));

    assertThat(diff.cut()).isTrue();
    assertThat(without(Kind.MISSED, diff)).hasSize(4 * TextDiff.MAX_WORDS);
  }

  private static String without(Kind kind, TextDiff diff) {
    return diff.parts().stream()
        .filter(part -> part.kind() != kind)
        .map(part -> part.text().replace(" ", ""))
        .collect(Collectors.joining());
  }
}

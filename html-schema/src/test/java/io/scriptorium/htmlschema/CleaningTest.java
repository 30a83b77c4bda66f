package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleaningTest {
  @ParameterizedTest
  @MethodSource("answers")
  void leavesNothingActiveAndKeepsTheText(String answer) {
    for (String html : HostileMarkup.cleaned(answer)) {
      assertThat(HtmlValidator.validate(html).violations()).as(html).isEmpty();
      // Independent of the validator: no tag and no attribute but those of the format.
      assertThat(
              html.replaceAll(
                  "<(/?\\w+|!DOCTYPE html)( (charset|class|format|data-\\w+)=\"[^\"<>]*\")*/?>",
                  ""))
          .doesNotContain("<", ">\"", "onerror=\"")
          .contains("kept");
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void saysThatItCleaned(String answer) {
    boolean forbidden =
        HtmlValidator.validate(answer).violations().stream()
            .anyMatch(violation -> violation.code().equals("CONTENT_FORBIDDEN"));

    assertThat(!forbidden || !Reading.of(answer).repairs().isEmpty()).isTrue();
  }

  static Stream<String> answers() {
    return HostileMarkup.answers().stream();
  }
}

package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void flowingTextHasSingleSpacesAndKeepsItsLines() {
    assertThat(CleanText.flowing(" \t a  b \n  c\n\nd \n")).isEqualTo("a b\nc\n\nd");
  }

  @Test
  void verbatimTextKeepsItsInnerSpace() {
    assertThat(CleanText.verbatim("\n X:1\r\nK:C  \tG\rA\n")).isEqualTo("X:1\nK:C  \tG\nA");
  }

  @Test
  void aNoBreakSpaceIsText() {
    assertThat(CleanText.flowing("\u00A0")).isEqualTo("\u00A0");
  }

  @Test
  void replacesControlsLoneSurrogatesAndNonCharacters() {
    assertThat(CleanText.verbatim("a\u0000b\u0085c\uD800d\uFFFEe"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  }

  @Test
  void keepsPairedSurrogates() {
    assertThat(CleanText.flowing("\uD834\uDD1E")).isEqualTo("\uD834\uDD1E");
  }

  @Test
  void dropsControlsThatOverrideTheDirectionOfWriting() {
    assertThat(CleanText.flowing("invoice\u202Efdp.exe \u2067x\u2069 \u200Fא"))
        .isEqualTo("invoicefdp.exe x \u200Fא");
  }
}

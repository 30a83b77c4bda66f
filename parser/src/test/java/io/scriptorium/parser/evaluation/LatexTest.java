package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
  @ParameterizedTest
  @CsvSource({
    "x^2+1, x ^ 2 + 1",
    "\\frac{a}{b}, \\frac {a} {b}",
    "\\alpha x, \\alpha  x",
    "\\sum_{i=1}^n, \\sum _{i = 1}^n"
  })
  void takesNoNoticeOfSpacesThatTexSkips(String a, String b) {
    assertThat(Latex.same(a, b)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"\\alpha x, \\alphax", "a\\ b, ab", "a\\\\b, a\\b", "\\Alpha, \\alpha", "x^{2}, x^2"})
  void tellsFormulasApart(String a, String b) {
    assertThat(Latex.same(a, b)).isFalse();
  }

  @Test
  void endsWithABackslash() {
    assertThat(Latex.same("x\\", "x")).isFalse();
  }
}

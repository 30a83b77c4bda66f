package io.scriptorium.samples.synth.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final Sign A = Sign.variable('a');
  private static final Sign I = Sign.variable('i');
  private static final Sign N = Sign.variable('n');
  private static final Sign X = Sign.variable('x');
  private static final Sign ALPHA = Letters.greek().get(0);

  @Test
  void operatorsAndControlWordsStandApart() {
    assertThat(latex(Row.of(Text.number(2), A, X, Signs.PLUS, A, ALPHA, X)))
        .isEqualTo("2ax + a \\alpha x");
  }

  @Test
  void minusWithoutAnythingBeforeItBelongsToWhatFollows() {
    assertThat(latex(Row.of(A, Signs.EQUALS, Signs.MINUS, ALPHA))).isEqualTo("a = -\\alpha");
  }

  @Test
  void shortScriptsHaveNoBracesAndLongOnesNoSpaces() {
    Term short1 = Scripts.sub(A, Text.number(1));
    Term long1 = Scripts.sup(A, Row.of(Signs.MINUS, ALPHA, X));

    assertThat(latex(short1)).isEqualTo("a_1");
    assertThat(latex(long1)).isEqualTo("a^{-\\alpha x}");
  }

  @Test
  void limitsAlwaysHaveBraces() {
    Term sum = Limits.sum(Row.of(I, Signs.EQUALS, Text.number(1)), N);

    assertThat(latex(Row.of(new Fraction(Text.number(1), N), sum, Scripts.sub(A, I))))
        .isEqualTo("\\frac{1}{n} \\sum_{i=1}^{n} a_i");
  }

  @Test
  void bracketsGrowAroundWhatIsTall() {
    Term sum = Row.of(A, Signs.PLUS, X);

    assertThat(latex(Scripts.sup(Fence.round(sum), Text.number(2)))).isEqualTo("(a + x)^2");
    assertThat(latex(Fence.round(new Fraction(A, X)))).isEqualTo("\\left( \\frac{a}{x} \\right)");
  }

  @Test
  void matricesAndCasesAreSpelledRowByRow() {
    Term matrix = new Array(Array.Kind.ROUND, List.of(List.of(A, X), List.of(I, N)));
    Term lines =
        new Array(
            Array.Kind.ALIGNED,
            List.of(List.of(A, Row.of(Signs.EQUALS, X)), List.of(I, Row.of(Signs.EQUALS, N))));

    assertThat(latex(matrix)).isEqualTo("\\begin{pmatrix} a & x \\\\ i & n \\end{pmatrix}");
    assertThat(latex(lines)).isEqualTo("\\begin{aligned} a &= x \\\\ i &= n \\end{aligned}");
  }

  @Test
  void functionsRootsAndIntegralsAreSpelledAsUsual() {
    Term integral = Row.of(Limits.integral(A, Signs.INFINITY), X, new Differential(X));

    assertThat(latex(Row.of(Text.function("sin"), Fence.round(X)))).isEqualTo("\\sin(x)");
    assertThat(latex(Row.of(Text.function("sin"), X))).isEqualTo("\\sin x");
    assertThat(latex(new Root(Text.number(3), X))).isEqualTo("\\sqrt[3]{x}");
    assertThat(latex(integral)).isEqualTo("\\int_{a}^{\\infty} x dx");
    assertThat(latex(Row.of(A, Signs.PRIME, Fence.round(X)))).isEqualTo("a'(x)");
  }

  private static String latex(Term term) {
    LatexWriter out = new LatexWriter();
    term.spell(out);
    return out.toString();
  }
}

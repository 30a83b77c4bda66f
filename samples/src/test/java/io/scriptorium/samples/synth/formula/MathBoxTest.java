package io.scriptorium.samples.synth.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class MathBoxTest {
  private static final MathStyle STYLE =
      new MathStyle(MathFont.SERIF, 10, Color.BLACK, MathStyle.Level.DISPLAY);
  private static final Sign X = Sign.variable('x');
  private static final Sign D = Sign.variable('d');

  @Test
  void superscriptIsHigherAndSmallerThanItsBase() {
    MathBox base = X.set(STYLE);
    MathBox power = Scripts.sup(X, D).set(STYLE);

    assertThat(power.height()).isGreaterThan(base.height() + 2);
    assertThat(power.width()).isBetween(base.width(), base.width() + D.set(STYLE).width());
  }

  @Test
  void fractionIsCentredOnItsLine() {
    MathBox fraction = new Fraction(X, X).set(STYLE);
    double axis = STYLE.axis();

    double above = fraction.height() - axis;
    double below = fraction.depth() + axis;
    assertThat(above).isBetween(X.set(STYLE).height(), 12.0);
    assertThat(below).isBetween(X.set(STYLE).height(), 12.0);
  }

  @Test
  void bracketReachesAroundWhatItHolds() {
    MathBox inner = new Fraction(X, D).set(STYLE);
    MathBox fence = Fence.round(new Fraction(X, D)).set(STYLE);

    assertThat(fence.height()).isGreaterThanOrEqualTo(inner.height());
    assertThat(fence.depth()).isGreaterThanOrEqualTo(inner.depth());
    assertThat(fence.width()).isGreaterThan(inner.width());
  }

  @Test
  void rootCoversItsRadicand() {
    MathBox inner = new Fraction(D, D).set(STYLE);
    MathBox root = new Root(null, new Fraction(D, D)).set(STYLE);

    assertThat(root.height()).isGreaterThan(inner.height());
    assertThat(root.ink().right()).isGreaterThan(inner.width());
  }

  @Test
  void limitsStandOverAndUnderASumOnALineOfItsOwnAndBesideItElsewhere() {
    Limits sum = Limits.sum(X, D);

    MathBox display = sum.set(STYLE);
    MathBox inline = sum.set(STYLE.text());
    assertThat(display.height()).isGreaterThan(inline.height());
    assertThat(inline.width()).isGreaterThan(display.width());
  }
}

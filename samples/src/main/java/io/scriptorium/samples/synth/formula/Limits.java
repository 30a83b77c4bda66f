package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * A large operator with what it runs over.
 *
 * @param sign its glyph, or the letters of its name
 * @param beside whether its limits stand at its side, as an integral's do
 */
record Limits(String latex, String sign, boolean beside, @Nullable Term lower, @Nullable Term upper)
    implements Term {
  static Limits sum(Term lower, @Nullable Term upper) {
    return new Limits("\\sum", "∑", false, lower, upper);
  }

  static Limits product(Term lower, @Nullable Term upper) {
    return new Limits("\\prod", "∏", false, lower, upper);
  }

  static Limits integral(@Nullable Term lower, @Nullable Term upper) {
    return new Limits("\\int", "∫", true, lower, upper);
  }

  /** For example the limit, or the maximum. */
  static Limits named(String name, Term lower) {
    return new Limits("\\" + name, name, false, lower, null);
  }

  @Override
  public MathBox set(MathStyle style) {
    MathBox operator = operator(style);
    boolean stacked = !beside && style.isDisplay();
    return stacked ? stacked(operator, style) : beside(operator, style);
  }

  private MathBox operator(MathStyle style) {
    if (sign.length() > 1) {
      return Text.function(sign).set(style);
    }
    double scale = style.isDisplay() ? (beside ? 1.9 : 1.45) : 1.1;
    char glyph = sign.charAt(0);
    MathBox plain =
        MathBox.text(
            new TextStyle(style.font().uprightFor(glyph), style.em() * scale, style.color()), sign);
    double middle = (plain.depth() - plain.height()) / 2;
    return new Assembly().add(plain, 0, -style.axis() - middle).box(plain.width());
  }

  private MathBox stacked(MathBox operator, MathStyle style) {
    MathBox below = lower == null ? null : lower.set(style.script());
    MathBox above = upper == null ? null : upper.set(style.script());
    double width = operator.width();
    width = below == null ? width : Math.max(width, below.width());
    width = above == null ? width : Math.max(width, above.width());
    double gap = 0.17 * style.em();
    Assembly all = new Assembly().add(operator, (width - operator.width()) / 2, 0);
    if (below != null) {
      double y = operator.depth() + gap + below.height();
      all.add(below, (width - below.width()) / 2, y);
    }
    if (above != null) {
      double y = -operator.height() - gap - above.depth();
      all.add(above, (width - above.width()) / 2, y);
    }
    return all.box(width);
  }

  private MathBox beside(MathBox operator, MathStyle style) {
    double em = style.em();
    Assembly all = new Assembly().add(operator, 0, 0);
    double width = operator.width();
    if (lower != null) {
      MathBox below = lower.set(style.script());
      double x = beside ? operator.width() - 0.12 * em : operator.width() + 0.03 * em;
      all.add(below, x, Math.max(operator.depth(), 0.16 * em) + 0.04 * em);
      width = Math.max(width, x + below.width());
    }
    if (upper != null) {
      MathBox above = upper.set(style.script());
      double x = operator.width() + 0.05 * em;
      all.add(above, x, -operator.height() + 0.3 * em);
      width = Math.max(width, x + above.width());
    }
    return all.box(width + 0.04 * em);
  }

  @Override
  public void spell(LatexWriter out) {
    out.put(latex);
    if (lower != null) {
      out.put("_").tightGroup(lower);
    }
    if (upper != null) {
      out.put("^").tightGroup(upper);
    }
  }

  @Override
  public Spacing left() {
    return Spacing.OPERATOR;
  }

  @Override
  public boolean tall() {
    return sign.length() == 1;
  }
}

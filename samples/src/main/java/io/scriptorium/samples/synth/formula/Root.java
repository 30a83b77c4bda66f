package io.scriptorium.samples.synth.formula;

import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/**
 * A root.
 *
 * @param index which root; null for the square root
 */
record Root(@Nullable Term index, Term radicand) implements Term {
  @Override
  public MathBox set(MathStyle style) {
    MathBox inner = radicand.set(style);
    double em = style.em();
    double rule = style.rule();
    double top = -Math.max(inner.height(), 0.62 * em) - 0.16 * em;
    double foot = Math.max(inner.depth(), 0.04 * em) + 0.06 * em;
    double sign = (0.48 + 0.06 * (foot - top) / em) * em;
    Assembly all = new Assembly();
    double left = 0;
    if (index != null) {
      MathBox small = index.set(style.script().script());
      left = Math.max(0, small.width() - 0.2 * em);
      all.add(small, 0, foot - 0.5 * (foot - top) - 0.08 * em);
    }
    double right = left + sign + inner.width() + 0.1 * em;
    all.fill(radical(left, sign, top, foot, em, rule), style.color())
        .rule(left + sign - rule, right, top, rule, style.color())
        .add(inner, left + sign + 0.04 * em, 0);
    return all.box(right + 0.04 * em);
  }

  /** A short thin tick, a thick stroke down, a thin one up to the line. */
  private static Path2D radical(
      double left, double width, double top, double foot, double em, double rule) {
    double shoulder = foot - 0.42 * (foot - top);
    double thick = rule * 2;
    double low = left + 0.5 * width;
    Path2D path = new Path2D.Double();
    path.moveTo(left + 0.02 * em, shoulder + 0.1 * em);
    path.lineTo(left + 0.2 * width, shoulder);
    path.lineTo(low, foot - 2.4 * rule);
    path.lineTo(left + width - rule, top - rule / 2);
    path.lineTo(left + width, top + rule / 2);
    path.lineTo(low + 0.35 * rule, foot);
    path.lineTo(low - 0.9 * rule, foot);
    path.lineTo(left + 0.2 * width - 0.5 * thick, shoulder + thick);
    path.lineTo(left + 0.02 * em, shoulder + 0.1 * em + rule);
    path.closePath();
    return path;
  }

  @Override
  public void spell(LatexWriter out) {
    out.put("\\sqrt");
    if (index != null) {
      LatexWriter inner = new LatexWriter();
      index.spell(inner);
      out.put("[" + inner + "]");
    }
    out.group(radicand);
  }

  @Override
  public boolean tall() {
    return radicand.tall();
  }
}

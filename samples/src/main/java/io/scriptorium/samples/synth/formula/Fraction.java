package io.scriptorium.samples.synth.formula;

/** One part over another, with a line between them. */
record Fraction(Term over, Term under) implements Term {
  @Override
  public MathBox set(MathStyle style) {
    MathStyle inner = style.fraction();
    MathBox upper = over.set(inner);
    MathBox lower = under.set(inner);
    double margin = 0.12 * style.em();
    double width = Math.max(upper.width(), lower.width()) + 2 * margin;
    double axis = -style.axis();
    double gap = (style.isDisplay() ? 0.2 : 0.14) * style.em();
    return new Assembly()
        .rule(margin / 2, width - margin / 2, axis, style.rule(), style.color())
        .add(upper, (width - upper.width()) / 2, axis - gap - upper.depth())
        .add(lower, (width - lower.width()) / 2, axis + gap + lower.height())
        .box(width);
  }

  @Override
  public void spell(LatexWriter out) {
    out.put("\\frac").group(over).group(under);
  }

  @Override
  public Spacing left() {
    return Spacing.INNER;
  }

  @Override
  public boolean tall() {
    return true;
  }
}

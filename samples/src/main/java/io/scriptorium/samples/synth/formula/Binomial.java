package io.scriptorium.samples.synth.formula;

/** A binomial coefficient: one part over another in round brackets. */
record Binomial(Term over, Term under) implements Term {
  @Override
  public MathBox set(MathStyle style) {
    MathStyle inner = style.fraction();
    MathBox upper = over.set(inner);
    MathBox lower = under.set(inner);
    double width = Math.max(upper.width(), lower.width());
    double gap = 0.16 * style.em();
    MathBox pile =
        new Assembly()
            .add(upper, (width - upper.width()) / 2, -style.axis() - gap - upper.depth())
            .add(lower, (width - lower.width()) / 2, -style.axis() + gap + lower.height())
            .box(width);
    MathBox left = Bracket.ROUND.around(pile, style);
    MathBox right = Bracket.ROUND_END.around(pile, style);
    return new Assembly()
        .add(left, 0, 0)
        .add(pile, left.width(), 0)
        .add(right, left.width() + width, 0)
        .box(left.width() + width + right.width());
  }

  @Override
  public void spell(LatexWriter out) {
    out.put("\\binom").group(over).group(under);
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

package io.scriptorium.samples.synth.formula;

/** Brackets that grow with what they hold. */
record Fence(Bracket open, Term body, Bracket close) implements Term {
  /** Brackets around a part: drawn out where it is tall, ordinary ones elsewhere. */
  static Term around(Bracket open, Term body, Bracket close) {
    return body.tall()
        ? new Fence(open, body, close)
        : Row.of(
            Sign.upright(open.latex(), open.glyph(), Spacing.OPENING),
            body,
            Sign.upright(close.latex(), close.glyph(), Spacing.CLOSING));
  }

  static Term round(Term body) {
    return around(Bracket.ROUND, body, Bracket.ROUND_END);
  }

  @Override
  public MathBox set(MathStyle style) {
    MathBox inner = body.set(style);
    MathBox left = open.around(inner, style);
    MathBox right = close.around(inner, style);
    return new Assembly()
        .add(left, 0, 0)
        .add(inner, left.width(), 0)
        .add(right, left.width() + inner.width(), 0)
        .box(left.width() + inner.width() + right.width());
  }

  @Override
  public void spell(LatexWriter out) {
    out.put("\\left" + open.latex()).space();
    body.spell(out);
    out.space().put("\\right" + close.latex());
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

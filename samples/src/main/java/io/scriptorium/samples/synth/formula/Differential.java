package io.scriptorium.samples.synth.formula;

/** What is integrated over: the letter d and a variable, a little apart from what stands before. */
record Differential(Sign variable) implements Term {
  @Override
  public MathBox set(MathStyle style) {
    return word().set(style);
  }

  @Override
  public void spell(LatexWriter out) {
    word().spell(out);
  }

  private Row word() {
    return Row.of(Sign.variable('d'), variable);
  }

  @Override
  public Spacing left() {
    return Spacing.INNER;
  }
}

package io.scriptorium.samples.synth.formula;

/** A part of a formula. */
sealed interface Term
    permits Sign,
        Text,
        Row,
        Fraction,
        Root,
        Scripts,
        Limits,
        Fence,
        Array,
        Accent,
        Binomial,
        Differential {
  MathBox set(MathStyle style);

  void spell(LatexWriter out);

  /** What it is to the part on its left. */
  default Spacing left() {
    return Spacing.ORDINARY;
  }

  /** What it is to the part on its right. */
  default Spacing right() {
    return left();
  }

  /** Whether it is higher than a line of letters, so that brackets around it have to grow. */
  default boolean tall() {
    return false;
  }

  /** Whether its spelling stands apart from what comes before and after it. */
  default boolean wordy() {
    return true;
  }
}

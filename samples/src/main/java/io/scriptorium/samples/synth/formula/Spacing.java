package io.scriptorium.samples.synth.formula;

/** What a part is to its neighbours; the classes and distances are those of The TeXbook, p. 170. */
enum Spacing {
  ORDINARY,
  OPERATOR,
  BINARY,
  RELATION,
  OPENING,
  CLOSING,
  PUNCTUATION,
  /** A fraction, or something else that wants a little air. */
  INNER;

  private static final double THIN = 3 / 18.0;
  private static final double MEDIUM = 4 / 18.0;
  private static final double THICK = 5 / 18.0;

  /** Whether the part stands between two others with space on both sides. */
  boolean joins() {
    return this == BINARY || this == RELATION;
  }

  /**
   * The distance to the part on the right, in ems.
   *
   * @param script whether it is set small, where only operators keep their distance
   */
  double before(Spacing right, boolean script) {
    if (isOperatorGap(right)) {
      return THIN;
    }
    if (script) {
      return 0;
    }
    if (this == RELATION || right == RELATION) {
      return this == right ? 0 : THICK;
    }
    if (this == BINARY || right == BINARY) {
      return MEDIUM;
    }
    boolean airy = this == PUNCTUATION || this == INNER || right == INNER;
    return airy && this != OPENING && right != CLOSING && right != PUNCTUATION ? THIN : 0;
  }

  private boolean isOperatorGap(Spacing right) {
    if (this == OPERATOR) {
      return right != OPENING && right != CLOSING && right != PUNCTUATION && !right.joins();
    }
    return right == OPERATOR && this != OPENING && !joins();
  }
}

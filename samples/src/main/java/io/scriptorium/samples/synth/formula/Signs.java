package io.scriptorium.samples.synth.formula;

/** Signs that are not letters. The bundled serif face has them all. */
final class Signs {
  static final Sign PLUS = binary("+", '+');
  static final Sign MINUS = binary("-", '−');
  static final Sign PLUS_MINUS = binary("\\pm", '±');
  static final Sign CROSS = binary("\\times", '×');
  static final Sign DOT = binary("\\cdot", '·');
  static final Sign DIVIDED = binary("\\div", '÷');
  static final Sign CAP = binary("\\cap", '∩');

  static final Sign EQUALS = relation("=", '=');
  static final Sign LESS = relation("<", '<');
  static final Sign GREATER = relation(">", '>');
  static final Sign AT_MOST = relation("\\leq", '≤');
  static final Sign AT_LEAST = relation("\\geq", '≥');
  static final Sign NOT_EQUAL = relation("\\neq", '≠');
  static final Sign ALMOST = relation("\\approx", '≈');
  static final Sign IDENTICAL = relation("\\equiv", '≡');
  static final Sign TO = relation("\\to", '→');
  static final Sign BOTH_WAYS = relation("\\leftrightarrow", '↔');
  static final Sign COLON = relation(":", ':');
  static final Sign MID = relation("\\mid", '|');

  static final Sign COMMA = Sign.upright(",", ',', Spacing.PUNCTUATION);
  static final Sign FULL_STOP = Sign.upright(".", '.', Spacing.PUNCTUATION);
  static final Sign FACTORIAL = Sign.upright("!", '!', Spacing.CLOSING);
  static final Sign SLASH = Sign.upright("/", '/', Spacing.ORDINARY);
  static final Sign INFINITY = Sign.upright("\\infty", '∞', Spacing.ORDINARY);
  static final Sign PARTIAL = Sign.upright("\\partial", '∂', Spacing.ORDINARY);
  static final Sign PRIME = Sign.upright("'", '′', Spacing.CLOSING);
  static final Sign DOTS = Sign.upright("\\ldots", '…', Spacing.INNER);
  static final Term CENTRED_DOTS = new Text("\\cdots", "···", Spacing.INNER);

  private Signs() {}

  private static Sign binary(String latex, char glyph) {
    return Sign.upright(latex, glyph, Spacing.BINARY);
  }

  private static Sign relation(String latex, char glyph) {
    return Sign.upright(latex, glyph, Spacing.RELATION);
  }
}

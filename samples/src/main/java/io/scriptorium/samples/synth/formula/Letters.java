package io.scriptorium.samples.synth.formula;

import java.util.List;

/** The letters that stand for something. Look-alikes of each other, or of a digit, are left out. */
final class Letters {
  static final String LATIN = "abcdefghjkmnpqrstuvwxyz";
  static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  static final String INDICES = "ijkmnr";

  private static final List<Sign> GREEK =
      List.of(
          greek("alpha", 'α'),
          greek("beta", 'β'),
          greek("gamma", 'γ'),
          greek("delta", 'δ'),
          greek("varepsilon", 'ε'),
          greek("zeta", 'ζ'),
          greek("eta", 'η'),
          greek("theta", 'θ'),
          greek("lambda", 'λ'),
          greek("mu", 'μ'),
          greek("xi", 'ξ'),
          greek("pi", 'π'),
          greek("rho", 'ρ'),
          greek("sigma", 'σ'),
          greek("tau", 'τ'),
          greek("varphi", 'φ'),
          greek("chi", 'χ'),
          greek("psi", 'ψ'),
          greek("omega", 'ω'));

  private static final List<Sign> GREEK_CAPITALS =
      List.of(
          greekCapital("Gamma", 'Γ'),
          greekCapital("Delta", 'Δ'),
          greekCapital("Theta", 'Θ'),
          greekCapital("Lambda", 'Λ'),
          greekCapital("Xi", 'Ξ'),
          greekCapital("Pi", 'Π'),
          greekCapital("Sigma", 'Σ'),
          greekCapital("Phi", 'Φ'),
          greekCapital("Psi", 'Ψ'),
          greekCapital("Omega", 'Ω'));

  /** What a face must have to set formulas. */
  static final String ITALIC = LATIN + CAPITALS + "αβγδεζηθλμξπρστφχψω";

  static final String UPRIGHT = "0123456789()[]{}|+=<>,.!/ΓΔΘΛΞΠΣΦΨΩ";

  private Letters() {}

  static List<Sign> greek() {
    return GREEK;
  }

  static List<Sign> greekCapitals() {
    return GREEK_CAPITALS;
  }

  private static Sign greek(String name, char glyph) {
    return new Sign("\\" + name, glyph, true, Spacing.ORDINARY);
  }

  private static Sign greekCapital(String name, char glyph) {
    return Sign.upright("\\" + name, glyph, Spacing.ORDINARY);
  }
}

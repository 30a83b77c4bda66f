package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.TextStyle;

/**
 * One sign.
 *
 * @param latex its spelling
 * @param glyph what is drawn
 * @param italic whether it slants, as variables do
 * @param left what it is to its neighbours
 */
record Sign(String latex, char glyph, boolean italic, Spacing left) implements Term {
  static Sign variable(char letter) {
    return new Sign(String.valueOf(letter), letter, true, Spacing.ORDINARY);
  }

  static Sign upright(String latex, char glyph, Spacing spacing) {
    return new Sign(latex, glyph, false, spacing);
  }

  @Override
  public MathBox set(MathStyle style) {
    var face = italic ? style.font().italicFor(glyph) : style.font().uprightFor(glyph);
    return MathBox.text(new TextStyle(face, style.em(), style.color()), String.valueOf(glyph));
  }

  @Override
  public void spell(LatexWriter out) {
    out.put(latex);
  }

  @Override
  public boolean wordy() {
    return latex.startsWith("\\");
  }
}

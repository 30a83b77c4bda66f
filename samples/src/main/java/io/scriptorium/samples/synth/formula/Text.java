package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;

/**
 * Upright text: a number, the name of a function, words.
 *
 * @param latex its spelling
 * @param drawn what is drawn
 * @param left what it is to its neighbours
 */
record Text(String latex, String drawn, Spacing left) implements Term {
  static Text number(String digits) {
    return new Text(digits, digits, Spacing.ORDINARY);
  }

  static Text number(int value) {
    return number(String.valueOf(value));
  }

  static Text function(String name) {
    return new Text("\\" + name, name, Spacing.OPERATOR);
  }

  static Text words(String words) {
    return new Text("\\text{" + words + "}", words, Spacing.INNER);
  }

  @Override
  public MathBox set(MathStyle style) {
    Typeface face = style.font().upright();
    return MathBox.text(
        new TextStyle(face.covers(drawn) ? face : Typeface.SERIF, style.em(), style.color()),
        drawn);
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

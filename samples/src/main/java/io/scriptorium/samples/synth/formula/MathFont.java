package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.Typeface;
import java.util.List;

/** The faces of a formula; what a face lacks is taken from the bundled serif faces. */
public record MathFont(Typeface upright, Typeface italic) {
  public static final MathFont SERIF = new MathFont(Typeface.SERIF, Typeface.SERIF_ITALIC);

  /** Whether the letters of formulas are all there, so that none looks like a stranger. */
  public static boolean suits(Typeface upright, Typeface italic) {
    return upright.covers(Letters.UPRIGHT) && italic.covers(Letters.ITALIC);
  }

  Typeface uprightFor(char c) {
    return withGlyph(c, upright, Typeface.SERIF);
  }

  Typeface italicFor(char c) {
    return withGlyph(c, italic, Typeface.SERIF_ITALIC);
  }

  private static Typeface withGlyph(char c, Typeface... faces) {
    String text = String.valueOf(c);
    return List.of(faces).stream()
        .filter(face -> face.covers(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no face has the sign U+" + Integer.toHexString(c)));
  }
}

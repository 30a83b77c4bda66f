package io.scriptorium.samples.drawing;

/** A character is not in the font it was to be drawn with. */
public final class MissingGlyphException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public MissingGlyphException(String message) {
    super(message);
  }
}

package io.scriptorium.samples.drawing;

import java.awt.Color;

/**
 * How text is set.
 *
 * @param size in points
 * @param tracking points added after each character
 */
public record TextStyle(Typeface face, double size, Color color, double tracking) {
  public TextStyle {
    if (!(size > 0)) {
      throw new IllegalArgumentException("size (" + size + ") is not positive");
    }
  }

  public TextStyle(Typeface face, double size, Color color) {
    this(face, size, color, 0);
  }

  public TextStyle in(Typeface other) {
    return new TextStyle(other, size, color, tracking);
  }

  public TextStyle in(Color other) {
    return new TextStyle(face, size, other, tracking);
  }

  public TextStyle sized(double other) {
    return new TextStyle(face, other, color, tracking);
  }

  public TextStyle tracked(double other) {
    return new TextStyle(face, size, color, other);
  }

  public double ascent() {
    return face.ascent() * size;
  }

  public double descent() {
    return face.descent() * size;
  }

  public double capHeight() {
    return face.capHeight() * size;
  }

  public double width(String text) {
    return new Run(this, text).width();
  }
}

package io.scriptorium.samples;

import java.awt.Color;

/**
 * How text is set.
 *
 * @param size in points
 * @param tracking points added after each character
 */
record TextStyle(Typeface face, double size, Color color, double tracking) {
  TextStyle {
    if (!(size > 0)) {
      throw new IllegalArgumentException("size (" + size + ") is not positive");
    }
  }

  TextStyle(Typeface face, double size, Color color) {
    this(face, size, color, 0);
  }

  TextStyle in(Typeface other) {
    return new TextStyle(other, size, color, tracking);
  }

  TextStyle in(Color other) {
    return new TextStyle(face, size, other, tracking);
  }

  TextStyle sized(double other) {
    return new TextStyle(face, other, color, tracking);
  }

  TextStyle tracked(double other) {
    return new TextStyle(face, size, color, other);
  }

  double ascent() {
    return Typeface.ASCENT * size;
  }

  double descent() {
    return Typeface.DESCENT * size;
  }

  double capHeight() {
    return Typeface.CAP_HEIGHT * size;
  }

  double width(String text) {
    return new Run(this, text).width();
  }
}

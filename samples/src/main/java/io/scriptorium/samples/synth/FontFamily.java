package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Typeface;

/** Faces that go together. The regular face knows its italic. */
public record FontFamily(String name, Typeface regular, Typeface bold, Typeface italic) {
  public FontFamily {
    if (regular.italic() != italic) {
      throw new IllegalArgumentException("the regular face of " + name + " has another italic");
    }
  }
}

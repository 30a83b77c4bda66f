package io.scriptorium.samples.drawing;

/** How lines sit in their measure. */
public enum Align {
  LEFT,
  CENTRE,
  RIGHT,
  JUSTIFIED
}

package io.scriptorium.samples;

/** How lines sit in their measure. */
enum Align {
  LEFT,
  CENTRE,
  RIGHT,
  JUSTIFIED
}

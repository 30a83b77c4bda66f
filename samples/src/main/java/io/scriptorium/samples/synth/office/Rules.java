package io.scriptorium.samples.synth.office;

/** The lines and tints of a table. */
enum Rules {
  /** Lines around every cell. */
  GRID,
  /** Thin lines between rows. */
  ROWS,
  /** Lines between columns and around all. */
  COLUMNS,
  /** Every other row tinted. */
  ZEBRA,
  /** One line under the header and one at the end. */
  BOOK,
  /** None. */
  OPEN
}

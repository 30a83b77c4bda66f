package io.scriptorium.samples.synth.office;

/** Something as wide as its place that is drawn, and told, at once. */
interface Piece {
  /** In points. */
  double height();

  void draw(double left, double top);
}

package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Sheet;

/** A part of a page whose height is known before it is drawn. */
public interface Piece {
  /** In points. */
  double height();

  /** Draws it and adds the truth about it to the sheet. */
  void draw(Sheet sheet, double left, double top);
}

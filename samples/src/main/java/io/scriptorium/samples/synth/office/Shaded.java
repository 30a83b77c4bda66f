package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import java.awt.Color;

/** A piece on a tinted ground. */
record Shaded(Sheet sheet, Piece piece, double width, double pad, Color color) implements Piece {
  @Override
  public double height() {
    return piece.height() + 2 * pad;
  }

  @Override
  public void draw(double left, double top) {
    sheet.canvas().fill(Frame.of(left, top, width, height()), color);
    piece.draw(left + pad, top + pad);
  }
}

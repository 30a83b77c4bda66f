package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.Sheet;
import java.awt.Color;

/** A piece with a line above it, if it has any height at all. */
record Ruled(Sheet sheet, Piece piece, double width, boolean ruled, Color color) implements Piece {
  private static final double AIR = 4;

  @Override
  public double height() {
    return piece.height() > 0 && ruled ? piece.height() + AIR : piece.height();
  }

  @Override
  public void draw(double left, double top) {
    boolean line = ruled && piece.height() > 0;
    if (line) {
      sheet.canvas().line(left, top, left + width, top, 0.5, color);
    }
    piece.draw(left, line ? top + AIR : top);
  }
}

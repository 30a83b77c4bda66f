package io.scriptorium.renderer;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** Lines as rows of letters, that is, dark bars. Lengths are millimetres. */
final class DrawnLines {
  /** The height of the letters. */
  static final double TYPE = 2.4;

  /** From line to line. */
  static final double PITCH = 5;

  private DrawnLines() {}

  static void lines(Paper paper, double left, double top, double width, int count) {
    for (int i = 0; i < count; i++) {
      letters(paper, left, top + i * PITCH, width, TYPE);
    }
  }

  static void letters(Paper paper, double left, double top, double width, double height) {
    for (double x = left; x < left + width; x += 2) {
      double wide = Math.min(1.2, left + width - x);
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, top, wide, height));
    }
    // The last letter ends where the line does.
    paper.draw(Color.BLACK, new Rectangle2D.Double(left + width - 1, top, 1, height));
  }
}

package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Run;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.geom.Rectangle2D;

/**
 * A part of a formula that is set and can be drawn anywhere.
 *
 * @param width in points, from where it starts to where the next part may start
 * @param ink what it blackens, from the start of its baseline, y downwards
 */
record MathBox(double width, Frame ink, Drawing drawing) {
  /** Draws from the start of a baseline. */
  interface Drawing {
    void on(Canvas canvas, double x, double baseline);
  }

  /** Room above the baseline, in points. */
  double height() {
    return -ink.top();
  }

  /** Room below the baseline, in points; negative for what floats above it. */
  double depth() {
    return ink.bottom();
  }

  static MathBox text(TextStyle style, String text) {
    Run run = new Run(style, text);
    double unit = style.size() * style.face().unit();
    double x = 0;
    Rectangle2D all = null;
    for (int i = 0; i < text.length(); i++) {
      Rectangle2D glyph = style.face().outline(text.charAt(i)).getBounds2D();
      Rectangle2D ink =
          new Rectangle2D.Double(
              x + glyph.getX() * unit,
              -glyph.getMaxY() * unit,
              glyph.getWidth() * unit,
              glyph.getHeight() * unit);
      if (!ink.isEmpty()) {
        all = all == null ? ink : all.createUnion(ink);
      }
      x += run.advance(i);
    }
    if (all == null) {
      throw new IllegalArgumentException("a formula has text that nobody sees");
    }
    return new MathBox(
        run.width(),
        new Frame(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()),
        (canvas, left, baseline) -> canvas.text(left, baseline, run));
  }
}

package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What stands before the text of a list's item. */
interface ItemLabel {
  Frame draw(Sheet sheet, double left, double baseline);

  /**
   * @param right distance of its right end from the left edge, in points
   */
  static ItemLabel text(TextStyle style, String text, double right) {
    return (sheet, left, baseline) -> sheet.textRight(left + right, baseline, style, text);
  }

  /** A drawn mark, which needs no glyph. */
  enum Mark {
    DISC,
    SQUARE,
    TRIANGLE,
    RING,
    DASH;

    /**
     * @param offset distance of its left end from the left edge, in points
     * @param size of the text, in points
     */
    ItemLabel at(double offset, double size, Color color) {
      return (sheet, left, baseline) -> {
        double side = 0.34 * size;
        double middle = baseline - 0.29 * size;
        Frame frame = Frame.of(left + offset, middle - side / 2, side, side);
        Path2D path = new Path2D.Double();
        switch (this) {
          case DISC -> path.append(circle(frame), false);
          case SQUARE -> path.append(rectangle(frame.grown(-0.03 * size)), false);
          case DASH -> path.append(rectangle(dash(frame)), false);
          case TRIANGLE -> {
            path.moveTo(frame.left(), frame.top());
            path.lineTo(frame.right(), frame.middle());
            path.lineTo(frame.left(), frame.bottom());
            path.closePath();
          }
          case RING -> {
            path.append(circle(frame), false);
            // Turned around, so that the inside stays empty.
            Frame hole = frame.grown(-0.07 * size);
            Path2D inner = new Path2D.Double();
            inner.moveTo(hole.right(), hole.middle());
            arcs(inner, hole);
            path.append(inner, false);
          }
        }
        sheet.canvas().fill(path, color);
        return frame;
      };
    }

    private static Ellipse2D circle(Frame frame) {
      return new Ellipse2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    }

    private static Rectangle2D rectangle(Frame frame) {
      return new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    }

    private static Frame dash(Frame frame) {
      double half = frame.height() * 0.1;
      return new Frame(frame.left(), frame.middle() - half, frame.right(), frame.middle() + half);
    }

    /** A circle against the direction of an ellipse. */
    private static void arcs(Path2D path, Frame f) {
      double k = 0.5523 * f.width() / 2;
      double x = f.centre();
      double y = f.middle();
      path.curveTo(f.right(), y - k, x + k, f.top(), x, f.top());
      path.curveTo(x - k, f.top(), f.left(), y - k, f.left(), y);
      path.curveTo(f.left(), y + k, x - k, f.bottom(), x, f.bottom());
      path.curveTo(x + k, f.bottom(), f.right(), y + k, f.right(), y);
      path.closePath();
    }
  }
}

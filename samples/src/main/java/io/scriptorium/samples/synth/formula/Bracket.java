package io.scriptorium.samples.synth.formula;

import io.scriptorium.samples.drawing.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/**
 * A bracket of any height: the letter drawn out.
 *
 * @param latex its spelling
 */
record Bracket(String latex, char glyph) {
  static final Bracket ROUND = new Bracket("(", '(');
  static final Bracket ROUND_END = new Bracket(")", ')');
  static final Bracket SQUARE = new Bracket("[", '[');
  static final Bracket SQUARE_END = new Bracket("]", ']');
  static final Bracket CURLY = new Bracket("\\{", '{');
  static final Bracket CURLY_END = new Bracket("\\}", '}');
  static final Bracket BAR = new Bracket("|", '|');

  /** As high as something around the axis, whose upper and lower halves may differ. */
  MathBox around(MathBox inner, MathStyle style) {
    double em = style.em();
    double axis = style.axis();
    double half = Math.max(inner.height() - axis, inner.depth() + axis) + 0.06 * em;
    Typeface face = Typeface.SERIF;
    Rectangle2D letter = face.outline(glyph).getBounds2D();
    double unit = em * face.unit();
    double tall = 2 * half / letter.getHeight();
    // The strokes grow less than the bracket does.
    double wide = glyph == '|' ? unit : Math.min(unit * 1.5, unit * (0.7 + 0.3 * tall / unit));
    AffineTransform stretch =
        new AffineTransform(
            wide, 0, 0, -tall, -letter.getMinX() * wide, -axis + letter.getCenterY() * tall);
    double width = letter.getWidth() * wide;
    double margin = 0.08 * em;
    stretch.preConcatenate(AffineTransform.getTranslateInstance(margin, 0));
    return new Assembly()
        .fill(cubic(face.outline(glyph).getPathIterator(stretch)), style.color())
        .box(width + 2 * margin);
  }

  /** The same shape without quadratic curves, which not every canvas draws. */
  private static Path2D cubic(PathIterator from) {
    Path2D path = new Path2D.Double();
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    for (; !from.isDone(); from.next()) {
      switch (from.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> path.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> path.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          path.curveTo(
              x + (p[0] - x) * 2 / 3,
              y + (p[1] - y) * 2 / 3,
              p[2] + (p[0] - p[2]) * 2 / 3,
              p[3] + (p[1] - p[3]) * 2 / 3,
              p[2],
              p[3]);
          p[0] = p[2];
          p[1] = p[3];
        }
        case PathIterator.SEG_CLOSE -> path.closePath();
        default -> throw new IllegalStateException("a glyph has cubic curves");
      }
      x = p[0];
      y = p[1];
    }
    return path;
  }
}

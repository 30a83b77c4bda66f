package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Draws a curve as a pen would, in short straight strokes. */
public final class Pen {
  private Pen() {}

  public static void draw(Canvas canvas, Path2D curve, double width, Color color) {
    double x = 0;
    double y = 0;
    double[] p = new double[6];
    PathIterator flat = new FlatteningPathIterator(curve.getPathIterator(null), 0.05);
    for (; !flat.isDone(); flat.next()) {
      if (flat.currentSegment(p) == PathIterator.SEG_LINETO) {
        canvas.line(x, y, p[0], p[1], width, color);
      }
      x = p[0];
      y = p[1];
    }
  }
}

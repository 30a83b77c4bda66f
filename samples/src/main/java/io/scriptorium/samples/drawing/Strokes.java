package io.scriptorium.samples.drawing;

import java.awt.geom.Path2D;

/** Lines as shapes that can be filled. */
final class Strokes {
  private Strokes() {}

  /** A straight line with flat ends; nothing where it has no length. */
  static Path2D of(double x1, double y1, double x2, double y2, double width) {
    double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    double dx = (y2 - y1) / length * width / 2;
    double dy = (x1 - x2) / length * width / 2;
    Path2D stroke = new Path2D.Double();
    if (length == 0) {
      return stroke;
    }
    stroke.moveTo(x1 + dx, y1 + dy);
    stroke.lineTo(x2 + dx, y2 + dy);
    stroke.lineTo(x2 - dx, y2 - dy);
    stroke.lineTo(x1 - dx, y1 - dy);
    stroke.closePath();
    return stroke;
  }
}

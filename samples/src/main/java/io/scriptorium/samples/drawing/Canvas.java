package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Something to draw on; points, y downwards from the top of the page. */
public interface Canvas {
  void text(double x, double baseline, Run run);

  /** Fills by the non-zero rule. */
  void fill(Path2D path, Color color);

  void line(double x1, double y1, double x2, double y2, double width, Color color);

  default void fill(Frame frame, Color color) {
    Path2D path = new Path2D.Double();
    path.moveTo(frame.left(), frame.top());
    path.lineTo(frame.right(), frame.top());
    path.lineTo(frame.right(), frame.bottom());
    path.lineTo(frame.left(), frame.bottom());
    path.closePath();
    fill(path, color);
  }

  default void outline(Frame frame, double width, Color color) {
    double half = width / 2;
    line(frame.left() - half, frame.top(), frame.right() + half, frame.top(), width, color);
    line(frame.left() - half, frame.bottom(), frame.right() + half, frame.bottom(), width, color);
    line(frame.left(), frame.top(), frame.left(), frame.bottom(), width, color);
    line(frame.right(), frame.top(), frame.right(), frame.bottom(), width, color);
  }
}

package io.scriptorium.samples.drawing;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** A rectangle in points, y downwards from the top of the page. */
public record Frame(double left, double top, double right, double bottom) {
  public Frame {
    if (right < left || bottom < top) {
      throw new NoRoomException(
          "frame " + left + " " + top + " " + right + " " + bottom + " is turned over");
    }
  }

  public static Frame of(double left, double top, double width, double height) {
    return new Frame(left, top, left + width, top + height);
  }

  /** Around a curve itself, not around the points that pull at it. */
  public static Frame around(Path2D path) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double[] p = new double[6];
    PathIterator flat = new FlatteningPathIterator(path.getPathIterator(null), 0.05);
    for (; !flat.isDone(); flat.next()) {
      if (flat.currentSegment(p) != PathIterator.SEG_CLOSE) {
        left = Math.min(left, p[0]);
        right = Math.max(right, p[0]);
        top = Math.min(top, p[1]);
        bottom = Math.max(bottom, p[1]);
      }
    }
    return new Frame(left, top, right, bottom);
  }

  public Frame with(Frame other) {
    return new Frame(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  public Frame grown(double by) {
    return new Frame(left - by, top - by, right + by, bottom + by);
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  public double centre() {
    return (left + right) / 2;
  }

  public double middle() {
    return (top + bottom) / 2;
  }
}

package io.scriptorium.samples.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * The straight edges around a shape in pixels.
 *
 * @param edges x1 y1 x2 y2 of one after the other, closed contours
 */
record Outline(float[] edges, float left, float top, float right, float bottom) {
  /** How far an edge may stray from the curve it stands for, in pixels. */
  private static final double FLATNESS = 0.06;

  static Outline of(Shape shape, AffineTransform toPixels) {
    float[] edges = new float[64];
    int n = 0;
    float[] p = new float[6];
    float startX = 0;
    float startY = 0;
    float x = 0;
    float y = 0;
    PathIterator path = new FlatteningPathIterator(shape.getPathIterator(toPixels), FLATNESS);
    for (; !path.isDone(); path.next()) {
      int type = path.currentSegment(p);
      if (n + 8 > edges.length) {
        edges = Arrays.copyOf(edges, edges.length * 2);
      }
      if (type != PathIterator.SEG_LINETO) {
        // Filling closes what was left open.
        n = put(edges, n, x, y, startX, startY);
        if (type == PathIterator.SEG_CLOSE) {
          p[0] = startX;
          p[1] = startY;
        }
        startX = p[0];
        startY = p[1];
      } else {
        n = put(edges, n, x, y, p[0], p[1]);
      }
      x = p[0];
      y = p[1];
    }
    n = put(edges, n, x, y, startX, startY);
    return bounded(Arrays.copyOf(edges, n));
  }

  private static int put(float[] edges, int at, float x1, float y1, float x2, float y2) {
    // Level edges count for the bounds only, and there their ends do.
    if (y1 == y2) {
      return at;
    }
    edges[at] = x1;
    edges[at + 1] = y1;
    edges[at + 2] = x2;
    edges[at + 3] = y2;
    return at + 4;
  }

  private static Outline bounded(float[] edges) {
    float left = Float.POSITIVE_INFINITY;
    float top = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < edges.length; i += 2) {
      left = Math.min(left, edges[i]);
      right = Math.max(right, edges[i]);
      top = Math.min(top, edges[i + 1]);
      bottom = Math.max(bottom, edges[i + 1]);
    }
    return new Outline(edges, left, top, right, bottom);
  }

  boolean isEmpty() {
    return edges.length == 0;
  }
}

package io.scriptorium.samples.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A grey picture that shapes are filled into. Filling is done here and not by Java 2D, whose edges
 * differ from one release to the next.
 */
public final class Bitmap {
  /** Lines that are looked at in every row of pixels. */
  private static final int SLICES = 4;

  private final int width;
  private final int height;
  private final float[] ink;

  public Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    this.ink = new float[width * height];
  }

  private record Edge(double x1, double y1, double x2, double y2) {
    boolean crosses(double y) {
      return y >= Math.min(y1, y2) && y < Math.max(y1, y2);
    }

    double at(double y) {
      return x1 + (y - y1) * (x2 - x1) / (y2 - y1);
    }
  }

  private record Crossing(double x, int direction) {}

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** How much of a pixel is inked, 0 to 1; nothing is outside the picture. */
  public float ink(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
  }

  /** Fills a shape with ink by the non-zero rule. */
  public void fill(Shape shape, AffineTransform toPixels) {
    List<Edge> edges = edges(shape, toPixels);
    double top = edges.stream().mapToDouble(e -> Math.min(e.y1(), e.y2())).min().orElse(0);
    double bottom = edges.stream().mapToDouble(e -> Math.max(e.y1(), e.y2())).max().orElse(0);
    float[] row = new float[width];
    for (int y = Math.max(0, (int) top); y < Math.min(height, Math.ceil(bottom)); y++) {
      Arrays.fill(row, 0);
      for (int slice = 0; slice < SLICES; slice++) {
        addSlice(row, edges, y + (slice + 0.5) / SLICES);
      }
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        ink[at] = Math.max(ink[at], Math.min(1, row[x]));
      }
    }
  }

  private static void addSlice(float[] row, List<Edge> edges, double y) {
    List<Crossing> crossings = new ArrayList<>();
    for (Edge edge : edges) {
      if (edge.crosses(y)) {
        crossings.add(new Crossing(edge.at(y), edge.y2() > edge.y1() ? 1 : -1));
      }
    }
    crossings.sort((a, b) -> Double.compare(a.x(), b.x()));
    int winding = 0;
    for (int i = 0; i + 1 < crossings.size(); i++) {
      winding += crossings.get(i).direction();
      if (winding != 0) {
        addSpan(row, crossings.get(i).x(), crossings.get(i + 1).x());
      }
    }
  }

  private static void addSpan(float[] row, double from, double to) {
    double start = Math.max(0, from);
    double end = Math.min(row.length, to);
    for (int x = (int) start; x < end; x++) {
      row[x] += (float) ((Math.min(end, x + 1.0) - Math.max(start, x)) / SLICES);
    }
  }

  private static List<Edge> edges(Shape shape, AffineTransform toPixels) {
    List<Edge> edges = new ArrayList<>();
    double[] p = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    PathIterator path = new FlatteningPathIterator(shape.getPathIterator(toPixels), 0.05);
    for (; !path.isDone(); path.next()) {
      int type = path.currentSegment(p);
      if (type == PathIterator.SEG_MOVETO) {
        startX = p[0];
        startY = p[1];
      } else if (type == PathIterator.SEG_CLOSE) {
        edges.add(new Edge(x, y, startX, startY));
        p[0] = startX;
        p[1] = startY;
      } else {
        edges.add(new Edge(x, y, p[0], p[1]));
      }
      x = p[0];
      y = p[1];
    }
    return edges;
  }
}

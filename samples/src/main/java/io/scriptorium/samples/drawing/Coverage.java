package io.scriptorium.samples.drawing;

import java.awt.Color;
import java.util.Arrays;

/**
 * Fills outlines with the exact share of each pixel that they cover, by the non-zero rule.
 *
 * <p>Every edge adds to the pixels it crosses how much of them lies to its right, signed by its
 * direction; the running sum along a row then is the coverage, as in the rasterisers of libart and
 * font-rs. Only basic arithmetic on floats is used, which is the same on every machine.
 */
final class Coverage {
  private final Raster raster;
  private float[] sums = new float[4096];
  // The part of the picture that is being filled.
  private int left;
  private int top;
  private int width;
  private int height;
  private int stride;

  Coverage(Raster raster) {
    this.raster = raster;
  }

  void fill(Outline outline, float dx, float dy, Color color) {
    if (outline.isEmpty()) {
      return;
    }
    left = Math.max(0, (int) Math.floor(outline.left() + dx));
    top = Math.max(0, (int) Math.floor(outline.top() + dy));
    width = Math.min(raster.width(), (int) Math.ceil(outline.right() + dx)) - left;
    height = Math.min(raster.height(), (int) Math.ceil(outline.bottom() + dy)) - top;
    if (width <= 0 || height <= 0) {
      return;
    }
    // An edge on the right border still has a pixel right of it.
    stride = width + 2;
    if (sums.length < stride * height) {
      sums = new float[stride * height * 2];
    }
    float[] edges = outline.edges();
    for (int i = 0; i < edges.length; i += 4) {
      edge(
          edges[i] + dx - left,
          edges[i + 1] + dy - top,
          edges[i + 2] + dx - left,
          edges[i + 3] + dy - top);
    }
    paint(color);
    Arrays.fill(sums, 0, stride * height, 0);
  }

  private void edge(float fromX, float fromY, float toX, float toY) {
    // One that is all but level may become level where its ends are rounded.
    if (fromY == toY) {
      return;
    }
    boolean down = fromY < toY;
    float x1 = down ? fromX : toX;
    float y1 = down ? fromY : toY;
    float x2 = down ? toX : fromX;
    float y2 = down ? toY : fromY;
    float slope = (x2 - x1) / (y2 - y1);
    int last = Math.min(height, (int) Math.ceil(y2));
    for (int row = Math.max(0, (int) Math.floor(y1)); row < last; row++) {
      float start = Math.max(row, y1);
      float end = Math.min(row + 1f, y2);
      float share = down ? end - start : start - end;
      add(
          row * stride,
          clipped(x1 + (start - y1) * slope),
          clipped(x1 + (end - y1) * slope),
          share);
    }
  }

  private float clipped(float x) {
    return Math.max(0, Math.min(width, x));
  }

  /** What an edge that goes from one place to another within a row adds to the pixels there. */
  private void add(int row, float from, float to, float share) {
    float a = Math.min(from, to);
    float b = Math.max(from, to);
    int first = (int) a;
    int end = (int) Math.ceil(b);
    if (end <= first + 1) {
      float middle = (a + b) / 2 - first;
      sums[row + first] += share * (1 - middle);
      sums[row + first + 1] += share * middle;
      return;
    }
    // Share of the edge that lies in each pixel it crosses, and its mean distance to the right.
    float perPixel = share / (b - a);
    float carried = 0;
    for (int x = first; x < end; x++) {
      float start = Math.max(a, x);
      float stop = Math.min(b, x + 1f);
      float part = perPixel * (stop - start);
      float middle = (start + stop) / 2 - x;
      sums[row + x] += carried + part * (1 - middle);
      carried = part * middle;
    }
    sums[row + end] += carried;
  }

  private void paint(Color color) {
    for (int band = 0; band < raster.planes().length; band++) {
      paint(raster.planes()[band], raster.sample(color, band));
    }
  }

  private void paint(byte[] plane, int value) {
    for (int y = 0; y < height; y++) {
      int at = (top + y) * raster.width() + left;
      int sum = y * stride;
      float covered = 0;
      for (int x = 0; x < width; x++) {
        covered += sums[sum + x];
        int share = Math.min(256, (int) (Math.abs(covered) * 256 + 0.5f));
        if (share > 0) {
          int old = plane[at + x] & 0xFF;
          plane[at + x] = (byte) (old + (((value - old) * share + 128) >> 8));
        }
      }
    }
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;

/** Takes connected pieces out of ink, neighbours at corners included. For one thread. */
final class ConnectedInk {
  private final boolean[] ink;
  private final int width;
  private final int height;
  private final int[] pixels;
  private int taken;
  private int left;
  private int top;
  private int right;
  private int bottom;

  /**
   * @param ink rows from the top; stays as it is
   */
  ConnectedInk(boolean[] ink, int width, int height) {
    this.ink = ink.clone();
    this.width = width;
    this.height = height;
    this.pixels = new int[ink.length];
  }

  /** Whether a pixel is ink that has not been taken. */
  boolean isLeft(int at) {
    return ink[at];
  }

  /**
   * Takes the piece that a pixel belongs to.
   *
   * @return its pixels, of which there is at least one
   */
  int take(int start) {
    taken = 0;
    left = width;
    top = height;
    right = 0;
    bottom = 0;
    push(start);
    for (int next = 0; next < taken; next++) {
      int x = pixels[next] % width;
      int y = Math.floorDiv(pixels[next], width);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + 1);
      bottom = Math.max(bottom, y + 1);
      for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          if (ink[row * width + column]) {
            push(row * width + column);
          }
        }
      }
    }
    return taken;
  }

  /** A pixel of the piece that was taken last. */
  int pixel(int index) {
    return pixels[index];
  }

  /** What the piece that was taken last reaches over. */
  Area bounds() {
    return new Area(left, top, right, bottom);
  }

  /** Each pixel is pushed once, as it stops being ink, so there is room for all. */
  private void push(int at) {
    ink[at] = false;
    pixels[taken++] = at;
  }
}

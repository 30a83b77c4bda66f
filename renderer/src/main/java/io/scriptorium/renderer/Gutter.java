package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;

/**
 * White between two columns of a page, but for a rule. Lengths are pixels of the ink map.
 *
 * @param from the first column of pixels
 * @param to the one after the last
 */
record Gutter(int from, int to) {
  /** A rule between two columns is no wider, and covers this of their height. */
  private static final int WIDEST_RULE = 2;

  private static final double SHORTEST_RULE = 0.6;

  /** The widest in an area between two of its columns of pixels; it may have no width. */
  static Gutter widest(InkSums ink, Area area, int from, int to) {
    return widest(ink, area, from, to, true);
  }

  /** The widest without any ink, not even of a rule. */
  static Gutter widestWhite(InkSums ink, Area area, int from, int to) {
    return widest(ink, area, from, to, false);
  }

  private static Gutter widest(InkSums ink, Area area, int from, int to, boolean acrossRules) {
    Gutter widest = new Gutter(from, from);
    int start = from;
    for (int x = from; x <= to; x++) {
      int rule = acrossRules && x < to ? rule(ink, area, x) : 0;
      if (rule > 0) {
        x += rule - 1;
      } else if (x == to || ink.inColumn(area, x) > 0) {
        if (x - start > widest.width()) {
          widest = new Gutter(start, x);
        }
        start = x + 1;
      }
    }
    return widest;
  }

  /** The width of a rule between columns that begins here; 0 if none does. */
  private static int rule(InkSums ink, Area area, int left) {
    int width = 0;
    boolean high = false;
    while (width <= WIDEST_RULE
        && left + width < area.right()
        && ink.inColumn(area, left + width) > 0) {
      high |= ink.inColumn(area, left + width) >= SHORTEST_RULE * area.height();
      width++;
    }
    return high && width <= WIDEST_RULE ? width : 0;
  }

  int width() {
    return to - from;
  }

  Area left(Area area) {
    return new Area(area.left(), area.top(), from, area.bottom());
  }

  Area right(Area area) {
    return new Area(to, area.top(), area.right(), area.bottom());
  }

  /** Whether an area is on both sides. */
  boolean parts(Area area) {
    return area.left() < from && area.right() > to;
  }
}

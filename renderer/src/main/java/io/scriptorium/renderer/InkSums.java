package io.scriptorium.renderer;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Counts the ink in parts of a page. Lengths are pixels of the ink map. */
final class InkSums {
  /** The part of a row that a rule covers. */
  private static final double RULED = 0.8;

  /** An edge begins with a line of which this part is dark, and ends where next to nothing is. */
  private static final double DARK = 0.5;

  private static final double CLEAR = 0.02;

  /** How much lighter type is than the dark bar that it stands on, where paper is 1 lighter. */
  private static final double LIGHTER = 0.3;

  /** Forty greys. */
  private static final int STRONG = 20;

  private final int width;
  private final int height;
  private final BoxSums sums;

  /** Sides as usual: left and top inclusive, right and bottom exclusive. */
  record Area(int left, int top, int right, int bottom) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }

    boolean meets(Area other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** The smallest area around both. */
    Area with(Area other) {
      return new Area(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }
  }

  /**
   * Counts what is marked as ink.
   *
   * @param isInk of the pixels, row by row
   */
  InkSums(int width, int height, IntPredicate isInk) {
    this.width = width;
    this.height = height;
    this.sums = BoxSums.of(width, height, i -> isInk.test(i) ? 1 : 0);
  }

  /**
   * Leaves out specks that stand alone, and what JPEG leaves around type; faint rules are whole.
   */
  static InkSums ofPage(InkMap map) {
    boolean[] kept = Dust.without(map);
    Ringing.remove(map, kept);
    FaintRules.close(map, kept);
    return new InkSums(map.width(), map.height(), i -> kept[i]);
  }

  /** Leaves out specks, and the soft edges of type. */
  static InkSums ofStrong(InkMap map) {
    boolean[] kept = Dust.without(map);
    for (int i = 0; i < kept.length; i++) {
      kept[i] &= map.strength(i) >= STRONG;
    }
    return new InkSums(map.width(), map.height(), i -> kept[i]);
  }

  /**
   * What is lighter than a dark bar, or darker than a light one on dark paper, as ink; outside of
   * the bar there is none.
   *
   * @param paper its grey, which type has that is left bare; other type may be a little darker
   */
  static InkSums onBar(GreyMap page, Area bar, int paper) {
    int dark = page.median(bar.left(), bar.top(), bar.right(), bar.bottom());
    double least = dark + LIGHTER * (paper - dark);
    return new InkSums(
        page.width(),
        page.height(),
        i -> {
          int x = i % page.width();
          int y = i / page.width();
          boolean isIn = x >= bar.left() && x < bar.right() && y >= bar.top() && y < bar.bottom();
          return isIn && (paper > dark ? page.at(i) > least : page.at(i) < least);
        });
  }

  /** The same without what lies in some areas. */
  InkSums without(List<Area> areas) {
    boolean[] left = ink();
    for (Area area : areas) {
      for (int y = Math.max(0, area.top()); y < Math.min(height, area.bottom()); y++) {
        int row = y * width;
        Arrays.fill(
            left, row + Math.max(0, area.left()), row + Math.min(width, area.right()), false);
      }
    }
    return new InkSums(width, height, i -> left[i]);
  }

  /** What hangs together. */
  ConnectedInk parts() {
    return new ConnectedInk(ink(), width, height);
  }

  /** The ink, rows from the top. */
  boolean[] ink() {
    boolean[] ink = new boolean[width * height];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = isAt(i % width, i / width);
    }
    return ink;
  }

  Area whole() {
    return new Area(0, 0, width, height);
  }

  /** The page without the dark edges that a scanner may have left. */
  Area withoutDarkEdges() {
    int across = (int) (Blots.EDGE * width);
    int down = (int) (Blots.EDGE * height);
    int left = 0;
    int right = width;
    int top = 0;
    int bottom = height;
    Area page = whole();
    for (double least = DARK; left < across && inColumn(page, left) > least * height; left++) {
      least = CLEAR;
    }
    for (double least = DARK;
        width - right < across && inColumn(page, right - 1) > least * height;
        right--) {
      least = CLEAR;
    }
    for (double least = DARK; top < down && inRow(page, top) > least * width; top++) {
      least = CLEAR;
    }
    for (double least = DARK;
        height - bottom < down && inRow(page, bottom - 1) > least * width;
        bottom--) {
      least = CLEAR;
    }
    return new Area(left, top, right, bottom);
  }

  private int in(int left, int top, int right, int bottom) {
    return sums.in(left, top, right, bottom);
  }

  int in(Area area) {
    return in(area.left(), area.top(), area.right(), area.bottom());
  }

  /** Whether a pixel has ink. */
  boolean isAt(int x, int y) {
    return in(x, y, x + 1, y + 1) > 0;
  }

  int inRow(Area area, int y) {
    return in(area.left(), y, area.right(), y + 1);
  }

  /** Whether a row of an area has ink from side to side, as a rule has. */
  boolean isRuled(Area area, int y) {
    return inRow(area, y) >= RULED * area.width();
  }

  /** The ink of a row that hangs together over so many pixels. */
  int inRuns(Area area, int y, int shortest) {
    int found = 0;
    int from = area.left();
    for (int x = area.left(); x <= area.right(); x++) {
      if (x == area.right() || !isAt(x, y)) {
        found += x - from >= shortest ? x - from : 0;
        from = x + 1;
      }
    }
    return found;
  }

  int inColumn(Area area, int x) {
    return in(x, area.top(), x + 1, area.bottom());
  }

  /** Whether ink hangs together from the area's top to its bottom, as a line does. */
  boolean isCrossed(Area area) {
    boolean[] reached = new boolean[area.width() + 2];
    Arrays.fill(reached, true);
    boolean any = true;
    for (int y = area.top(); any && y < area.bottom(); y++) {
      boolean[] before = reached;
      reached = new boolean[before.length];
      any = false;
      for (int i = 1; i <= area.width(); i++) {
        int x = area.left() + i - 1;
        boolean near = before[i - 1] || before[i] || before[i + 1];
        reached[i] = near && isAt(x, y);
        any |= reached[i];
      }
    }
    return any;
  }

  /** The area without the empty rows and columns at its edges; of no size if there is no ink. */
  Area trimmed(Area area) {
    int top = area.top();
    int bottom = area.bottom();
    while (top < bottom && inRow(area, top) == 0) {
      top++;
    }
    while (bottom > top && inRow(area, bottom - 1) == 0) {
      bottom--;
    }
    Area rows = new Area(area.left(), top, area.right(), bottom);
    int left = area.left();
    int right = area.right();
    while (left < right && inColumn(rows, left) == 0) {
      left++;
    }
    while (right > left && inColumn(rows, right - 1) == 0) {
      right--;
    }
    return new Area(left, top, right, bottom);
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Comparator;
import java.util.Optional;

/**
 * Brings a box that lies on nothing to the nearest type or drawing that no other box has: far off
 * in its rows, or not so far above or below them. In pixels of the ink map.
 */
final class StrayBox {
  /** How far above or below, in heights of the box. */
  private static final int REACH = 2;

  /** A box so many times as high as a line has several of them. */
  private static final int SEVERAL = 2;

  private StrayBox() {}

  /** Where the box would lie; nothing if there is nothing near. */
  static Optional<Area> onto(InkSums free, Area box) {
    int reach = REACH * Math.max(box.height(), InkLines.LOWEST_TYPE);
    return new TypeLines(free)
        .runs().stream()
            .filter(run -> below(box, run) <= reach)
            .min(Comparator.comparingInt(run -> beside(box, run) + 2 * below(box, run)))
            .map(run -> onto(box, run));
  }

  private static int beside(Area box, Area run) {
    return distance(box.left(), box.right(), run.left(), run.right());
  }

  private static int below(Area box, Area run) {
    return distance(box.top(), box.bottom(), run.top(), run.bottom());
  }

  /** How far one stretch is from another, 0 if they meet. */
  private static int distance(int from, int to, int otherFrom, int otherTo) {
    return Math.max(0, Math.max(otherFrom - to, from - otherTo));
  }

  /** As wide a box that begins or ends with a run, in its line or, of several lines, from it on. */
  private static Area onto(Area box, Area run) {
    int right = shift(box.left(), box.right(), run.left(), run.right());
    int lower = shift(box.top(), box.bottom(), run.top(), run.bottom());
    boolean isLine = box.height() <= SEVERAL * run.height();
    return new Area(
        box.left() + right,
        isLine ? run.top() : box.top() + lower,
        box.right() + right,
        isLine ? run.bottom() : box.bottom() + lower);
  }

  /** How far a stretch moves to begin or to end with another; 0 if they meet. */
  private static int shift(int from, int to, int otherFrom, int otherTo) {
    if (otherFrom >= to) {
      return otherFrom - from;
    }
    return otherTo <= from ? otherTo - to : 0;
  }
}

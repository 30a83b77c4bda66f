package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Rules and frames in a piece, in pixels of the ink map. */
final class Frames {
  /** The least part of a rule that has ink. */
  private static final double UNBROKEN = 0.97;

  /** Pixels of a gap amid it; between the frames of two fields there are more. */
  private static final int WIDEST_GAP = 3;

  /** Pixels across in which a rule lies that is a little askew. */
  private static final int ASKEW = 2;

  private final InkSums ink;

  Frames(InkSums ink) {
    this.ink = ink;
  }

  /** Whether a line goes from the left side of an area to the right one. */
  boolean hasRule(Area area) {
    return rule(area, area.top(), area.bottom() - 1) >= 0;
  }

  /**
   * The lines around a text that stand close to it above, below and to the left, and anywhere to
   * the right; nothing if one of them is missing or does not go through.
   */
  Optional<Area> around(Area text) {
    int reach = Math.min(text.height(), InkLines.HIGHEST_TYPE);
    int top = rule(text, text.top(), Math.max(0, text.top() - reach));
    int lowest = Math.min(ink.whole().bottom(), text.bottom() + reach) - 1;
    int bottom = rule(text, text.bottom() - 1, lowest);
    if (top < 0 || bottom < 0) {
      return Optional.empty();
    }
    Area rows = new Area(0, top + ASKEW, ink.whole().right(), bottom);
    int left = side(rows, text.left(), Math.max(0, text.left() - reach));
    int right = side(rows, text.right() - 1, rows.right() - 1);
    return left < 0 || right < 0
        ? Optional.empty()
        : Optional.of(new Area(left, top, right + 1, bottom + 1));
  }

  /** The first row, from one to another, that is a rule all along an area; -1 if none is. */
  private int rule(Area area, int from, int to) {
    return first(
        from,
        to,
        y -> {
          int end = Math.min(y + ASKEW, ink.whole().bottom());
          return isLine(area.left(), area.right(), x -> new Area(x, y, x + 1, end));
        });
  }

  /** The same of columns. */
  private int side(Area rows, int from, int to) {
    return first(
        from,
        to,
        x -> {
          int end = Math.min(x + ASKEW, ink.whole().right());
          return isLine(rows.top(), rows.bottom(), y -> new Area(x, y, end, y + 1));
        });
  }

  private static int first(int from, int to, IntPredicate isLine) {
    int step = from <= to ? 1 : -1;
    for (int at = from; step * at <= step * to; at += step) {
      if (isLine.test(at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isLine(int from, int to, IntFunction<Area> part) {
    int inked = 0;
    int last = to;
    int widest = 0;
    for (int i = from; i < to; i++) {
      if (ink.in(part.apply(i)) > 0) {
        widest = Math.max(widest, i - last - 1);
        last = i;
        inked++;
      }
    }
    return to > from && inked >= UNBROKEN * (to - from) && widest <= WIDEST_GAP;
  }
}

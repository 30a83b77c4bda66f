package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the dark bar on which type stands out as bare paper. In pixels of the ink map. */
final class DarkBar {
  /** How far above or below a guess there are rows of the bar without type. */
  private static final int REACH = 12;

  /** The least part of such a row that has ink. */
  private static final double ALL = 0.95;

  /** The least part of a row or column with type in it that has ink, between the letters. */
  private static final double BETWEEN = 0.2;

  /** The fewest rows without type; rules have less. */
  private static final int LEAST_ROWS = 4;

  private final InkSums ink;

  private DarkBar(InkSums ink) {
    this.ink = ink;
  }

  /** The bar without its edges; nothing if type is not on one. A guess may reach beside it. */
  static Optional<Area> of(InkSums ink, Area type) {
    DarkBar bar = new DarkBar(ink);
    return Optional.of(bar.inside(type))
        .filter(bar::isUnder)
        .map(bar::around)
        .filter(area -> area.width() > 0 && area.height() > 0);
  }

  /** A guess without the columns at its sides that are bare paper. */
  private Area inside(Area type) {
    Area rows = withRowsAround(type);
    int left = type.left();
    int right = type.right();
    while (left < right && ink.inColumn(rows, left) == 0) {
      left++;
    }
    while (right > left && ink.inColumn(rows, right - 1) == 0) {
      right--;
    }
    return new Area(left, type.top(), right, type.bottom());
  }

  private Area withRowsAround(Area type) {
    return new Area(
        type.left(),
        Math.max(0, type.top() - REACH),
        type.right(),
        Math.min(ink.whole().bottom(), type.bottom() + REACH));
  }

  private boolean isUnder(Area type) {
    Area rows = withRowsAround(type);
    long dark =
        IntStream.range(rows.top(), rows.bottom())
            .filter(y -> ink.inRow(type, y) >= ALL * type.width())
            .count();
    return type.width() > type.height()
        && dark >= LEAST_ROWS
        && 2 * ink.in(type) > type.width() * type.height();
  }

  private Area around(Area type) {
    int top = (type.top() + type.bottom()) / 2;
    int bottom = top;
    while (top > 0 && ink.inRow(type, top - 1) > BETWEEN * type.width()) {
      top--;
    }
    while (bottom < ink.whole().bottom() && ink.inRow(type, bottom) > BETWEEN * type.width()) {
      bottom++;
    }
    Area rows = new Area(0, top, ink.whole().right(), bottom);
    int left = type.left();
    int right = type.right();
    while (left < right && !isDark(rows, left)) {
      left++;
    }
    while (right > left && !isDark(rows, right - 1)) {
      right--;
    }
    while (left > 0 && isDark(rows, left - 1)) {
      left--;
    }
    while (right < rows.right() && isDark(rows, right)) {
      right++;
    }
    return new Area(left + 1, top + 1, right - 1, bottom - 1);
  }

  private boolean isDark(Area rows, int x) {
    return ink.inColumn(rows, x) > BETWEEN * rows.height();
  }
}

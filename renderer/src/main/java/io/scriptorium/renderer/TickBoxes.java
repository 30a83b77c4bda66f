package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;

/** Boxes to tick beside texts, in pixels of the ink map. */
final class TickBoxes {
  /** White between a box and its text at most, in heights of the text, as all lengths here. */
  private static final double GAP = 2.5;

  /** How wide a box is at most. */
  private static final double WIDEST = 1.6;

  /** How far a box reaches above or below its text. */
  private static final double HIGHER = 1 / 3.0;

  /** How much of what it begins with an area may lack. */
  private static final double CUT = 0.25;

  /** The least part of a side of a box that has ink. */
  private static final double SIDE = 0.7;

  /** Pixels across in which a side lies that is a little askew. */
  private static final int ASKEW = 2;

  /** Ink of a row or a column that is but dust. */
  private static final int DUST = 1;

  private final InkSums ink;

  TickBoxes(InkSums ink) {
    this.ink = ink;
  }

  /**
   * A text with the box to the left of it, or a box with the text to the right of it; the same if
   * there is none, or if another text has it.
   */
  Area joined(Area area, List<Area> others) {
    Area inked = ink.trimmed(area);
    int left = inked.left();
    int cut = Math.max(0, left - (int) (CUT * area.height()));
    while (left > cut && !isBare(area, left - 1)) {
      left--;
    }
    Area own = box(left, area);
    if (own.right() >= inked.right() && hasSides(own)) {
      Area text = textAfter(own, area);
      return isFree(text, others) ? area.with(text) : area;
    }
    int end = left;
    int nearest = Math.max(0, end - (int) (GAP * area.height()));
    while (end > nearest && isBare(area, end - 1)) {
      end--;
    }
    int start = end;
    int farthest = Math.max(0, end - (int) (WIDEST * area.height()) - 1);
    while (start > farthest && !isBare(area, start - 1)) {
      start--;
    }
    Area box = end < left ? box(start, area) : new Area(0, 0, 0, 0);
    return hasSides(box) && isFree(box, others)
        ? new Area(box.left(), area.top(), area.right(), area.bottom())
        : area;
  }

  private static boolean isFree(Area area, List<Area> others) {
    return area.width() > 0 && others.stream().noneMatch(area::meets);
  }

  /** The ink that begins in a column and goes on without a gap, if it is no wider than a box. */
  private Area box(int left, Area row) {
    int most = Math.min(ink.whole().right(), left + (int) (WIDEST * row.height()) + 1);
    int right = left;
    while (right < most && !isBare(row, right)) {
      right++;
    }
    int more = (int) (HIGHER * row.height());
    int top = Math.max(0, row.top() - more);
    int bottom = Math.min(ink.whole().bottom(), row.bottom() + more);
    Area columns = new Area(left, top, right < most ? right : left, bottom);
    while (top < bottom && ink.inRow(columns, top) <= DUST) {
      top++;
    }
    while (bottom > top && ink.inRow(columns, bottom - 1) <= DUST) {
      bottom--;
    }
    return new Area(left, top, columns.right(), bottom);
  }

  /** The first words behind a box, of no width if none are near. */
  private Area textAfter(Area box, Area row) {
    int most = Math.min(ink.whole().right(), box.right() + (int) (GAP * row.height()));
    int start = box.right();
    while (start < most && isBare(row, start)) {
      start++;
    }
    Area text = new Area(start, row.top(), Math.min(start + 1, most), row.bottom());
    Area before = new Area(start, row.top(), start, row.bottom());
    while (!text.equals(before)) {
      before = text;
      Area wider = new TypeLines(ink).widened(before);
      text = new Area(start, row.top(), wider.right(), row.bottom());
    }
    return start < most ? text : before;
  }

  private boolean isBare(Area rows, int x) {
    return ink.inColumn(rows, x) <= DUST;
  }

  /** Whether there are lines all around, as around no letter. */
  private boolean hasSides(Area box) {
    if (box.width() <= ASKEW || box.height() <= ASKEW) {
      return false;
    }
    int columns = 0;
    for (int x = box.left(); x < box.right(); x++) {
      columns += ink.in(new Area(x, box.top(), x + 1, box.top() + ASKEW)) > 0 ? 1 : 0;
      columns += ink.in(new Area(x, box.bottom() - ASKEW, x + 1, box.bottom())) > 0 ? 1 : 0;
    }
    int rows = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      rows += ink.in(new Area(box.left(), y, box.left() + ASKEW, y + 1)) > 0 ? 1 : 0;
      rows += ink.in(new Area(box.right() - ASKEW, y, box.right(), y + 1)) > 0 ? 1 : 0;
    }
    return columns >= 2 * SIDE * box.width() && rows >= 2 * SIDE * box.height();
  }
}

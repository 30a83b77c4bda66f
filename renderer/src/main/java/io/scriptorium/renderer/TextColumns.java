package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the columns of running text on a page and gives its areas in reading order. A table has
 * white columns too; it is told apart by lines that do not fill their side or have gaps inside.
 */
final class TextColumns {
  private static final int FEWEST_LINES = 4;
  private static final double NARROWEST_SIDE = 0.25;
  private static final double NARROWEST_GUTTER = 0.012;

  /** What share of a side's width a full line covers, and what share of the lines is full. */
  private static final double FULL = 0.6;

  private static final double MOST_LINES = 0.6;

  /** A gap inside a line that is wider than this many times its height is no space. */
  private static final double WIDEST_SPACE = 1.5;

  private final InkSums ink;

  private TextColumns(InkSums ink) {
    this.ink = ink;
  }

  /** Areas of one column each, in reading order; nothing with ink lies outside of them. */
  static List<Area> of(InkSums ink, Area page) {
    List<Area> found = new ArrayList<>();
    new TextColumns(ink).split(ink.trimmed(page), found);
    return found;
  }

  private void split(Area area, List<Area> found) {
    InkLines lines = InkLines.of(ink, area);
    int from = 0;
    int single = 0;
    while (from < lines.count()) {
      // The longest run of lines that stands in two columns.
      int to = lines.count();
      Area part = rows(area, lines, from, to);
      int gutter = gutter(part);
      while (gutter < 0 && to > from + 1) {
        to--;
        part = rows(area, lines, from, to);
        gutter = gutter(part);
      }
      if (gutter < 0) {
        from++;
        continue;
      }
      add(area, lines, single, from, found);
      split(ink.trimmed(new Area(part.left(), part.top(), gutter, part.bottom())), found);
      split(ink.trimmed(new Area(gutter, part.top(), part.right(), part.bottom())), found);
      from = to;
      single = from;
    }
    add(area, lines, single, lines.count(), found);
  }

  private void add(Area area, InkLines lines, int from, int to, List<Area> found) {
    if (from < to) {
      found.add(ink.trimmed(rows(area, lines, from, to)));
    }
  }

  private static Area rows(Area area, InkLines lines, int from, int to) {
    return new Area(area.left(), lines.get(from).top(), area.right(), lines.get(to - 1).bottom());
  }

  /** The middle of the white column between two columns of text; -1 if there are none. */
  private int gutter(Area whole) {
    Area area = ink.trimmed(whole);
    int first = area.left() + (int) (NARROWEST_SIDE * area.width());
    int last = area.right() - (int) (NARROWEST_SIDE * area.width());
    int least = Math.max(3, (int) (NARROWEST_GUTTER * ink.whole().width()));
    int widest = 0;
    int middle = -1;
    int start = first;
    for (int x = first; x <= last; x++) {
      if (x == last || ink.inColumn(area, x) > 0) {
        if (x - start > widest) {
          widest = x - start;
          middle = (start + x) / 2;
        }
        start = x + 1;
      }
    }
    if (widest < least) {
      return -1;
    }
    boolean text =
        isText(new Area(area.left(), area.top(), middle, area.bottom()))
            && isText(new Area(middle, area.top(), area.right(), area.bottom()));
    return text ? middle : -1;
  }

  private boolean isText(Area side) {
    Area area = ink.trimmed(side);
    InkLines lines = InkLines.of(ink, area);
    int full = 0;
    for (Area line : lines.lines()) {
      boolean fills = line.width() >= FULL * area.width();
      full += fills && !hasGap(line, (int) (WIDEST_SPACE * line.height())) ? 1 : 0;
    }
    return lines.count() >= FEWEST_LINES && full >= MOST_LINES * lines.count();
  }

  private boolean hasGap(Area line, int widest) {
    int since = line.left();
    for (int x = line.left(); x < line.right(); x++) {
      if (ink.inColumn(line, x) > 0) {
        since = x + 1;
      } else if (x - since >= widest) {
        return true;
      }
    }
    return false;
  }
}

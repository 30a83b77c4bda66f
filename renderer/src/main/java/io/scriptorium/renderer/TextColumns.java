package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a page and gives its areas in reading order. A table has white columns too;
 * it is told apart by lines that do not fill their side or have gaps inside, unless the lines of
 * one side stand where the other has its white rows, over a good part of the page.
 */
final class TextColumns {
  private static final int FEWEST_LINES = 4;
  private static final double NARROWEST_SIDE = 0.25;

  /**
   * Of the page's width; wider where lines are few, since there are rivers in paragraphs, and where
   * not all is text, since it may be a table.
   */
  private static final double NARROWEST_GUTTER = 0.012;

  private static final double WIDER_GUTTER = 0.018;

  /** What share of a side's width a full line covers, and what share of the lines is full. */
  private static final double FULL = 0.6;

  private static final double MOST_LINES = 0.6;

  /** The part of the page's height that columns have at least whose lines are not all text. */
  private static final double LOWEST_COLUMN = 0.12;

  /**
   * White rows go through a whole table, and through both of what stands one below the other; those
   * of columns end at the other column. So both together have few lines.
   */
  private static final double MOST_COMMON = 0.95;

  /** Columns stand beside each other, but not line by line as the cells of a table do. */
  private static final double LEAST_BESIDE = 0.3;

  private static final double MOST_BESIDE = 0.86;

  /** By how much the rows of a table may be askew, in heights of a line. */
  private static final double ASKEW = 0.25;

  /** Of the page's width; what is as wide and stands line by line may be the cells of a table. */
  private static final double NARROWEST_COLUMN = 0.15;

  private static final double NARROWEST_TEXT = 0.22;

  /**
   * A rule between two columns is no wider, in pixels of the map, and covers this of their height.
   */
  private static final int WIDEST_RULE = 2;

  private static final double SHORTEST_RULE = 0.6;

  /** Rows between lines that touch but for their descenders. */
  private static final int CLOSE = 2;

  /** A gap inside a line that is wider than this many times its height is no space. */
  private static final double WIDEST_SPACE = 1.5;

  private final InkSums ink;

  /** White from one column of pixels to another, which is exclusive, but for a rule. */
  private record Gutter(int from, int to) {
    int width() {
      return to - from;
    }
  }

  private TextColumns(InkSums ink) {
    this.ink = ink;
  }

  /**
   * Areas of one column each, in reading order; nothing with ink lies outside of them but rules
   * between columns.
   */
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
      Gutter gutter = gutter(part);
      while (gutter == null && to > from + 1) {
        to--;
        part = rows(area, lines, from, to);
        gutter = gutter(part);
      }
      if (gutter == null) {
        from++;
        continue;
      }
      add(area, lines, single, from, found);
      split(ink.trimmed(left(part, gutter)), found);
      split(ink.trimmed(right(part, gutter)), found);
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

  private static Area left(Area area, Gutter gutter) {
    return new Area(area.left(), area.top(), gutter.from(), area.bottom());
  }

  private static Area right(Area area, Gutter gutter) {
    return new Area(gutter.to(), area.top(), area.right(), area.bottom());
  }

  /** What is between two columns; null if there are none. */
  private @Nullable Gutter gutter(Area whole) {
    Area area = ink.trimmed(whole);
    int first = area.left() + (int) (NARROWEST_SIDE * area.width());
    int last = area.right() - (int) (NARROWEST_SIDE * area.width());
    int least = Math.max(3, (int) (NARROWEST_GUTTER * ink.whole().width()));
    Gutter widest = new Gutter(first, first);
    int start = first;
    for (int x = first; x <= last; x++) {
      int rule = x < last ? rule(area, x) : 0;
      if (rule > 0) {
        x += rule - 1;
      } else if (x == last || ink.inColumn(area, x) > 0) {
        if (x - start > widest.width()) {
          widest = new Gutter(start, x);
        }
        start = x + 1;
      }
    }
    boolean found = widest.width() >= least && areColumns(area, widest);
    return found ? widest : null;
  }

  /** The width of a rule between columns that begins here; 0 if none does. */
  private int rule(Area area, int left) {
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

  private boolean areColumns(Area both, Gutter gutter) {
    boolean low = both.height() < LOWEST_COLUMN * ink.whole().height();
    boolean narrow = gutter.width() < WIDER_GUTTER * ink.whole().width();
    if (low && narrow) {
      return false;
    }
    Area left = left(both, gutter);
    Area right = right(both, gutter);
    int narrower = Math.min(ink.trimmed(left).width(), ink.trimmed(right).width());
    if (narrower < NARROWEST_COLUMN * ink.whole().width()) {
      return false;
    }
    if (isText(left) && isText(right)) {
      return narrower >= NARROWEST_TEXT * ink.whole().width();
    }
    if (low || narrow) {
      return false;
    }
    int fewer = Math.min(lines(left, 0), lines(right, 0));
    int clear = Math.min(lines(left, CLOSE), lines(right, CLOSE));
    if (fewer < FEWEST_LINES || lines(both, CLOSE) > MOST_COMMON * clear) {
      return false;
    }
    double common = common(left, right);
    return common > LEAST_BESIDE && common < MOST_BESIDE;
  }

  /** How many of the inked rows of the emptier side are inked on the other, about as high. */
  private double common(Area left, Area right) {
    int most = Math.max(1, (int) (ASKEW * InkLines.of(ink, left).typeHeight()));
    int inked = Math.min(inkedRows(left), inkedRows(right));
    int best = 0;
    for (int shift = -most; shift <= most; shift++) {
      int common = 0;
      for (int y = left.top() + most; y < left.bottom() - most; y++) {
        common += isInked(left, y) && isInked(right, y + shift) ? 1 : 0;
      }
      best = Math.max(best, common);
    }
    return inked == 0 ? 0 : (double) best / inked;
  }

  /** Whether a row is inked or next to one that is. */
  private boolean isInked(Area area, int y) {
    int top = Math.max(area.top(), y - 1);
    int bottom = Math.min(area.bottom(), y + 2);
    return ink.in(new Area(area.left(), top, area.right(), bottom)) > InkLines.DUST;
  }

  private int inkedRows(Area area) {
    int rows = 0;
    for (int y = area.top(); y < area.bottom(); y++) {
      rows += isInked(area, y) ? 1 : 0;
    }
    return rows;
  }

  /** Lines with more white rows between them than so many. */
  private int lines(Area area, int close) {
    InkLines lines = InkLines.of(ink, ink.trimmed(area));
    int apart = Math.min(1, lines.count());
    for (int i = 1; i < lines.count(); i++) {
      apart += lines.gapAbove(i) > close ? 1 : 0;
    }
    return apart;
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

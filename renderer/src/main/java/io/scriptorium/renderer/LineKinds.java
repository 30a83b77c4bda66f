package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Arrays;

/**
 * What each line of a column is, as far as it matters to where the column may be cut: part of a
 * figure, part of a drawing, a rule, part of a row of a table. Told by how much type there is and
 * by what goes on from line to line. Lengths are pixels of the ink map. Safe for use by several
 * threads.
 */
final class LineKinds {
  /** A line of so many heights of capitals is a figure, or a table with rules. */
  private static final int HIGH = 5;

  /**
   * The share of their width that characters take in a quarter of the rows of a table. In figures
   * it is less.
   */
  private static final double TYPE_IN_TABLES = 0.17;

  /** The same in text. Where one thin line goes through white rows, it is no table. */
  private static final double TYPE_IN_TEXT = 0.5;

  /**
   * With less type it is a drawing, which is never cut: axes, curves and bars, a few labels beside
   * them.
   */
  private static final double TYPE_IN_DRAWINGS = 0.12;

  /** Edges of characters go no further down, in heights of capitals. */
  private static final double HIGHEST_TYPE = 1.8;

  /** A few characters that touch are no wider, in heights of capitals. */
  private static final int WIDEST_TYPE = 5;

  /** The share of a drawing that is ink at most. */
  private static final double MOST_DRAWN = 0.5;

  /** The width of a character with the white beside it, in heights of capitals. */
  private static final double CHARACTER = 0.75;

  /** The capitals of ten point type, where there are none that could be measured. */
  private static final int USUAL_CAPITALS = 10;

  /** A rule is so wide and no higher than that, in heights of capitals, and hardly broken. */
  private static final double RULE_WIDTH = 10;

  private static final double RULE_HEIGHT = 0.35;
  private static final double UNBROKEN = 0.8;

  /** The ink of a row of heads on a dark ground; that of letters is half as much. */
  private static final double DARK = 0.8;

  /** Labels stand beside a figure within so many heights of capitals. */
  private static final double BESIDE = 2.5;

  /** A row between two rules is up to so many times as high as a piece of text. */
  private static final double HIGHEST_ROW = 1.5;

  private final InkSums ink;
  private final InkLines lines;
  private final int capitals;
  private final int textHeight;
  private final boolean[] figures;
  private final int[] drawn;
  private final boolean[] joined;
  private final boolean[] rules;
  private final boolean[] inRow;

  /**
   * @param capitals height of the capitals of the lines; 0 if none could be measured
   * @param textHeight of a piece of text
   */
  LineKinds(InkSums ink, InkLines lines, int capitals, int textHeight) {
    this.ink = ink;
    this.lines = lines;
    this.capitals = capitals > 0 ? capitals : USUAL_CAPITALS;
    this.textHeight = textHeight;
    this.figures = new boolean[lines.count()];
    this.drawn = new int[lines.count()];
    this.joined = new boolean[lines.count()];
    this.rules = new boolean[lines.count()];
    this.inRow = new boolean[lines.count()];
    markFigures();
    markRows();
  }

  /** Whether a line is a figure or part of one. */
  boolean isFigure(int line) {
    return figures[line];
  }

  /** The height of the drawing that a line is part of; 0 if it is part of none. */
  int drawn(int line) {
    return drawn[line];
  }

  /** Whether a line is part of the same figure as the one above it. */
  boolean isAmidFigure(int line) {
    return figures[line] && joined[line];
  }

  /** Whether a line is a rule, perhaps a little askew. */
  boolean isRule(int line) {
    return rules[line];
  }

  /** Whether a line is amid a row of a table, between two rules. */
  boolean isAmidRow(int line) {
    return inRow[line];
  }

  /** Whether a rule may have so many rows of pixels. */
  boolean isThin(int rows) {
    return rows <= Math.max(1, Math.round(RULE_HEIGHT * capitals));
  }

  /** Whether something of so many rows of pixels is near enough to a figure for its label. */
  boolean isLabelGap(int rows) {
    return rows <= BESIDE * capitals;
  }

  private void markFigures() {
    int to;
    for (int from = 0; from < figures.length; from = to) {
      Area whole = lines.get(from);
      to = from + 1;
      while (to < figures.length && isCrossed(to)) {
        whole = whole.with(lines.get(to));
        joined[to] = true;
        to++;
      }
      boolean high = whole.height() >= HIGH * capitals;
      double least = to == from + 1 ? TYPE_IN_TABLES : TYPE_IN_TEXT;
      double type = high ? type(whole) : 1;
      boolean isDrawn = type < TYPE_IN_DRAWINGS || (high && isDrawing(whole));
      Arrays.fill(figures, from, to, type < least || isDrawn);
      Arrays.fill(drawn, from, to, isDrawn ? whole.height() : 0);
    }
  }

  /**
   * What lies between two rules of the same length is a row, unless it is far too high for one. A
   * row of heads on a dark ground ends as with a rule.
   */
  private void markRows() {
    int upper = -1;
    for (int line = 0; line < rules.length; line++) {
      rules[line] = looksLikeRule(lines.get(line));
      if (rules[line] || isDark(lines.get(line))) {
        if (upper >= 0 && isRow(lines.get(upper), lines.get(line))) {
          Arrays.fill(inRow, upper + 2, Math.max(upper + 2, line), true);
        }
        upper = line;
      }
    }
  }

  private boolean looksLikeRule(Area line) {
    return line.width() >= RULE_WIDTH * capitals
        && isThin(line.height())
        && ink.in(line) >= UNBROKEN * line.width();
  }

  private boolean isDark(Area line) {
    return line.width() >= RULE_WIDTH * capitals
        && line.height() < HIGH * capitals
        && ink.in(line) >= DARK * line.width() * line.height();
  }

  private boolean isRow(Area above, Area below) {
    return Math.abs(above.left() - below.left()) <= capitals
        && Math.abs(above.right() - below.right()) <= capitals
        && below.top() - above.bottom() <= HIGHEST_ROW * textHeight;
  }

  /** Whether something thin goes on from the line above, as the axis of a chart does. */
  private boolean isCrossed(int line) {
    Area both = lines.get(line - 1).with(lines.get(line));
    int top = lines.get(line - 1).bottom();
    int bottom = lines.get(line).top();
    return ink.isCrossed(new Area(both.left(), top, both.right(), bottom));
  }

  /** The share of the width that type takes in the fuller rows. */
  private double type(Area area) {
    int[] edges = edgesOfType(area);
    Arrays.sort(edges);
    return CHARACTER * capitals * edges[edges.length * 3 / 4] / area.width();
  }

  /**
   * Whether hardly any characters stand by themselves in the widest part that hangs together from
   * side to side, be it hatched or full of lines: labels are beside it. In a table they do, unless
   * they stand on a dark ground, which takes more ink than charts have.
   */
  private boolean isDrawing(Area area) {
    Area part = widestPart(area);
    int[] found = edgesOfCharacters(part);
    Arrays.sort(found);
    double type = CHARACTER * capitals * found[found.length * 3 / 4] / part.width();
    return type < TYPE_IN_DRAWINGS && ink.in(area) < MOST_DRAWN * area.width() * area.height();
  }

  /** The widest run of columns with ink, but for single ones without. */
  private Area widestPart(Area area) {
    Area widest = new Area(area.left(), area.top(), area.left(), area.bottom());
    int start = area.left();
    int bare = 0;
    for (int x = area.left(); x < area.right(); x++) {
      if (ink.inColumn(area, x) == 0) {
        bare++;
        start = bare > 1 ? x + 1 : start;
      } else {
        bare = 0;
        if (x + 1 - start > widest.width()) {
          widest = new Area(start, area.top(), x + 1, area.bottom());
        }
      }
    }
    return widest;
  }

  /** How often a character begins in each row, from left to right. */
  private int[] edgesOfCharacters(Area area) {
    int width = area.width();
    boolean[] inked = new boolean[width * area.height()];
    for (int i = 0; i < inked.length; i++) {
      inked[i] = ink.isAt(area.left() + i % width, area.top() + i / width);
    }
    ConnectedInk parts = new ConnectedInk(inked, width, area.height());
    int[] found = new int[area.height()];
    for (int i = 0; i < inked.length; i++) {
      if (parts.isLeft(i)) {
        int pixels = parts.take(i);
        Area bounds = parts.bounds();
        boolean isType =
            bounds.height() <= HIGHEST_TYPE * capitals && bounds.width() <= WIDEST_TYPE * capitals;
        for (int pixel = 0; isType && pixel < pixels; pixel++) {
          int at = parts.pixel(pixel);
          found[at / width] += at % width == 0 || !inked[at - 1] ? 1 : 0;
        }
      }
    }
    return found;
  }

  /**
   * How often ink begins in each row, from left to right, but for edges that go on further down
   * than those of characters do: of bars, rules and axes. Type on a dark ground has edges as well.
   */
  private int[] edgesOfType(Area area) {
    int width = area.width();
    ConnectedInk edges = new ConnectedInk(edges(area), width, area.height());
    int[] found = new int[area.height()];
    for (int i = 0; i < width * area.height(); i++) {
      if (edges.isLeft(i)) {
        int pixels = edges.take(i);
        boolean low = edges.bounds().height() <= HIGHEST_TYPE * capitals;
        for (int pixel = 0; low && pixel < pixels; pixel++) {
          found[edges.pixel(pixel) / width]++;
        }
      }
    }
    return found;
  }

  /** Where ink begins, row by row; an edge goes on where a thin line crosses it. */
  private boolean[] edges(Area area) {
    int width = area.width();
    boolean[] edges = new boolean[width * area.height()];
    for (int x = area.left(); x < area.right(); x++) {
      int since = Integer.MAX_VALUE;
      for (int y = area.top(); y < area.bottom(); y++) {
        int at = (y - area.top()) * width + x - area.left();
        boolean inked = ink.isAt(x, y);
        edges[at] = inked && (x == area.left() || !ink.isAt(x - 1, y));
        if (edges[at]) {
          boolean crossed = since <= y && isThin(y - since);
          for (int row = since; crossed && row < y; row++) {
            edges[(row - area.top()) * width + x - area.left()] = true;
          }
        }
        since = !inked ? Integer.MAX_VALUE : edges[at] ? y + 1 : since;
      }
    }
    return edges;
  }
}

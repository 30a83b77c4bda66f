package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Between which lines pieces end, such that all pieces of a run of lines together cost least: few
 * of them, cut where gaps are wide, and none that parts a figure from its labels or a row of a
 * table. Found as Knuth and Plass break paragraphs, Breaking Paragraphs into Lines (1981).
 */
final class PieceBreaks {
  /**
   * A piece with a figure that is up to so many times as high as there is room for is made smaller
   * and not cut: no part of a chart can be read alone.
   */
  private static final double WHOLE = 1.5;

  /** A line of so many heights of capitals is a figure, or a table with rules. */
  private static final int HIGH = 5;

  /**
   * The share of their width that characters take in a quarter of the rows of a table. In figures
   * it is less.
   */
  private static final double TYPE_IN_TABLES = 0.25;

  /** The same in text. Where one thin line goes through white rows, it is no table. */
  private static final double TYPE_IN_TEXT = 0.5;

  /**
   * With less type it is a drawing, which is never cut: axes, curves and bars, a few labels beside
   * them.
   */
  private static final double TYPE_IN_DRAWINGS = 0.12;

  /** By how much a drawing with its labels may be higher. */
  private static final double WITH_LABELS = 1.25;

  /** Characters, two that touch among them, are no higher, in heights of capitals. */
  private static final double HIGHEST_TYPE = 2.5;

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

  /** A row between two rules is up to so many times as high as a piece of text. */
  private static final double HIGHEST_ROW = 1.5;

  /** Labels stand beside a figure within so many heights of capitals. */
  private static final double BESIDE = 2.5;

  /** Prices, where another piece has that of 1: a gap a little wider than most. */
  private static final double NARROW = 0.5;

  /** A narrow gap costs up to so many times as much: what it parts belongs together. */
  private static final double NARROWEST = 4;

  private static final double LABELS_APART = 0.9;

  /** Amid a figure, no part of which tells anything. */
  private static final double FIGURE_APART = 3;

  /** Amid a row of a table, between two rules. */
  private static final double ROW_APART = 1.5;

  /** For a piece that is higher than text needs; most gaps are cheaper. */
  private static final double HIGHER = 1.5;

  /** For a piece twice as high as there is room for, and as much less as it is less high. */
  private static final double SMALLER = 3;

  /**
   * For as much text beside a figure as a piece of text holds: a few lines are labels, more are
   * paragraphs, which are read better by themselves.
   */
  private static final double TEXT_BESIDE = 3;

  /**
   * Rows of the ink map that pieces have.
   *
   * @param text of a piece of text
   * @param figure of a piece with a figure, at least as many
   */
  record Room(int text, int figure) {}

  private final InkLines lines;
  private final Room room;
  private final int capitals;
  private final int usualGap;
  private final boolean[] figures;
  private final int[] drawn;
  private final boolean[] joined;
  private final boolean[] rules;
  private final boolean[] inRow;

  /**
   * @param capitals height of the capitals of the lines; 0 if none could be measured
   */
  PieceBreaks(InkSums ink, InkLines lines, int capitals, Room room) {
    this.lines = lines;
    this.room = room;
    this.capitals = capitals > 0 ? capitals : USUAL_CAPITALS;
    this.usualGap = lines.typicalGap();
    this.figures = new boolean[lines.count()];
    this.drawn = new int[lines.count()];
    this.joined = new boolean[lines.count()];
    this.rules = new boolean[lines.count()];
    this.inRow = new boolean[lines.count()];
    markFigures(ink);
    markRows(ink);
  }

  private void markFigures(InkSums ink) {
    int to;
    for (int from = 0; from < figures.length; from = to) {
      Area whole = lines.get(from);
      to = from + 1;
      while (to < figures.length && isCrossed(ink, to)) {
        whole = whole.with(lines.get(to));
        joined[to] = true;
        to++;
      }
      boolean high = whole.height() >= HIGH * this.capitals;
      double least = to == from + 1 ? TYPE_IN_TABLES : TYPE_IN_TEXT;
      double type = high ? type(ink, whole) : 1;
      Arrays.fill(figures, from, to, type < least);
      Arrays.fill(drawn, from, to, type < TYPE_IN_DRAWINGS ? whole.height() : 0);
    }
  }

  /**
   * What lies between two rules of the same length is a row, unless it is far too high for one. A
   * row of heads on a dark ground ends as with a rule.
   */
  private void markRows(InkSums ink) {
    int upper = -1;
    for (int line = 0; line < rules.length; line++) {
      rules[line] = isRule(ink, lines.get(line));
      if (rules[line] || isDark(ink, lines.get(line))) {
        if (upper >= 0 && isRow(lines.get(upper), lines.get(line))) {
          Arrays.fill(inRow, upper + 2, Math.max(upper + 2, line), true);
        }
        upper = line;
      }
    }
  }

  /** A line of some length, perhaps a little askew. */
  private boolean isRule(InkSums ink, Area line) {
    return line.width() >= RULE_WIDTH * capitals
        && isThin(line.height())
        && ink.in(line) >= UNBROKEN * line.width();
  }

  private boolean isDark(InkSums ink, Area line) {
    return line.width() >= RULE_WIDTH * capitals
        && line.height() < HIGH * capitals
        && ink.in(line) >= DARK * line.width() * line.height();
  }

  /** Whether a rule may have so many rows. */
  boolean isThin(int rows) {
    return rows <= Math.max(1, Math.round(RULE_HEIGHT * capitals));
  }

  private boolean isRow(Area above, Area below) {
    return Math.abs(above.left() - below.left()) <= capitals
        && Math.abs(above.right() - below.right()) <= capitals
        && below.top() - above.bottom() <= HIGHEST_ROW * room.text();
  }

  /** Whether something thin goes on from the line above, as the axis of a chart does. */
  private boolean isCrossed(InkSums ink, int line) {
    Area both = lines.get(line - 1).with(lines.get(line));
    int top = lines.get(line - 1).bottom();
    int bottom = lines.get(line).top();
    return ink.isCrossed(new Area(both.left(), top, both.right(), bottom));
  }

  /** The share of the width that type takes in the fuller rows. */
  private double type(InkSums ink, Area area) {
    int width = area.width();
    boolean[] type = characters(ink, area);
    int[] runs = new int[area.height()];
    for (int i = 0; i < type.length; i++) {
      boolean begins = type[i] && (i % width == 0 || !type[i - 1]);
      runs[i / width] += begins ? 1 : 0;
    }
    Arrays.sort(runs);
    return CHARACTER * capitals * runs[runs.length * 3 / 4] / width;
  }

  /** The ink that hangs together in pieces no higher than characters, row by row. */
  private boolean[] characters(InkSums ink, Area area) {
    int width = area.width();
    boolean[] all = new boolean[width * area.height()];
    for (int i = 0; i < all.length; i++) {
      all[i] = ink.isAt(area.left() + i % width, area.top() + i / width);
    }
    ConnectedInk connected = new ConnectedInk(all, width, area.height());
    boolean[] characters = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      if (connected.isLeft(i)) {
        int pixels = connected.take(i);
        boolean low = connected.bounds().height() <= HIGHEST_TYPE * capitals;
        for (int pixel = 0; low && pixel < pixels; pixel++) {
          characters[connected.pixel(pixel)] = true;
        }
      }
    }
    return characters;
  }

  /** Whether a line without gaps has to be cut through. */
  boolean isTooHigh(int line) {
    int height = lines.get(line).height();
    if (drawn[line] > 0) {
      return height > PageCutter.MOST_REDUCED * room.text();
    }
    return height > (figures[line] ? WHOLE * room.figure() : room.text());
  }

  /**
   * The index behind the last line of each piece, in order.
   *
   * @param from first line, none being too high
   * @param to behind the last line
   */
  List<Integer> between(int from, int to) {
    double[] price = new double[to - from + 1];
    int[] end = new int[to - from];
    for (int first = to - 1; first >= from; first--) {
      double best = Double.POSITIVE_INFINITY;
      boolean figure = false;
      int text = 0;
      double most = WHOLE * room.figure();
      for (int last = first; last < to; last++) {
        most = Math.max(most, WITH_LABELS * drawn[last]);
        if (height(first, last) > most) {
          break;
        }
        figure |= figures[last];
        text += figures[last] ? 0 : lines.get(last).height();
        boolean fits = figure || height(first, last) <= room.text();
        double next = last + 1 < to ? gap(last + 1) : 0;
        double whole = piece(height(first, last), text) + next + price[last + 1 - from];
        // Of equal ones the fullest.
        if (fits && whole <= best) {
          best = whole;
          end[first - from] = last + 1;
        }
      }
      price[first - from] = best;
    }
    List<Integer> ends = new ArrayList<>();
    for (int at = from; at < to; at = end[at - from]) {
      ends.add(end[at - from]);
    }
    return ends;
  }

  private int height(int first, int last) {
    return lines.get(last).bottom() - lines.get(first).top();
  }

  /**
   * The price of a piece.
   *
   * @param text rows of it that are lines of text
   */
  private double piece(int height, int text) {
    double price = 1;
    if (height > room.text()) {
      double higher = room.figure() > room.text() ? HIGHER : 0;
      price += higher + TEXT_BESIDE * text / room.text();
    }
    return price + SMALLER * Math.max(0, (double) height / room.figure() - 1);
  }

  /** The price of a cut above a line. */
  private double gap(int line) {
    int gap = across(line);
    double narrow = NARROW * Math.min(NARROWEST, PageCutter.USUAL_GAP * usualGap / gap);
    boolean within = figures[line] && joined[line];
    double apart = within ? FIGURE_APART : isBesideFigure(line) ? LABELS_APART : 0;
    return narrow + Math.max(apart, inRow[line] ? ROW_APART : 0);
  }

  /**
   * Whether a cut above a line is between a figure and the label next to it, or that one's next.
   */
  private boolean isBesideFigure(int line) {
    if (!isClose(line)) {
      return false;
    }
    boolean next = figures[line] || figures[line - 1];
    boolean below = line + 1 < figures.length && figures[line + 1] && isClose(line + 1);
    boolean above = line > 1 && figures[line - 2] && isClose(line - 1);
    return next || below || above;
  }

  private boolean isClose(int line) {
    return across(line) <= BESIDE * capitals;
  }

  /** Rows from a line to the one above it, whatever rule is between them. */
  private int across(int line) {
    int gap = lines.gapAbove(line);
    if (line > 1 && rules[line - 1]) {
      gap += lines.gapAbove(line - 1);
    }
    if (line + 1 < rules.length && rules[line]) {
      gap += lines.gapAbove(line + 1);
    }
    return gap;
  }
}

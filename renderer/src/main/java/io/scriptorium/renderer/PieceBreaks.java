package io.scriptorium.renderer;

import java.util.ArrayList;
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

  /** By how much a drawing with its labels may be higher. */
  private static final double WITH_LABELS = 1.25;

  /** Prices, where another piece has that of 1: a gap a little wider than most. */
  private static final double NARROW = 0.5;

  /** A narrow gap costs up to so many times as much: what it parts belongs together. */
  private static final double NARROWEST = 4;

  private static final double LABELS_APART = 0.9;

  /** Above or below the label next to a figure, where another label may be. */
  private static final double NEXT_LABEL_APART = 0.45;

  /** Amid a figure, no part of which tells anything. */
  private static final double FIGURE_APART = 3;

  /** More than any piece. */
  private static final double DRAWING_APART = 100;

  /** Amid a row of a table, between two rules. */
  private static final double ROW_APART = 1.5;

  /** For a piece that is higher than text needs; most gaps are cheaper. */
  private static final double HIGHER = 1.5;

  /** For each figure of a piece but the first, which is read better by itself. */
  private static final double FURTHER_FIGURE = 1.5;

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
  private final LineKinds kinds;
  private final Room room;
  private final int usualGap;

  PieceBreaks(InkLines lines, LineKinds kinds, Room room) {
    this.lines = lines;
    this.kinds = kinds;
    this.room = room;
    this.usualGap = lines.typicalGap();
  }

  /** Whether a line without gaps has to be cut through. */
  boolean isTooHigh(int line) {
    int height = lines.get(line).height();
    if (kinds.drawn(line) > 0) {
      return height > PageCutter.MOST_REDUCED * room.text();
    }
    return height > (kinds.isFigure(line) ? WHOLE * room.figure() : room.text());
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
      int figures = 0;
      int text = 0;
      double most = WHOLE * room.figure();
      for (int last = first; last < to; last++) {
        most = Math.max(most, WITH_LABELS * kinds.drawn(last));
        if (height(first, last) > most) {
          break;
        }
        boolean begins = last == first || !kinds.isAmidFigure(last);
        figures += kinds.isFigure(last) && begins ? 1 : 0;
        text += kinds.isFigure(last) ? 0 : lines.get(last).height();
        boolean fits = figures > 0 || height(first, last) <= room.text();
        double next = last + 1 < to ? gap(last + 1) : 0;
        double whole = piece(height(first, last), text, figures) + next + price[last + 1 - from];
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
   * @param figures of it, whole or in part
   */
  private double piece(int height, int text, int figures) {
    double price = 1 + FURTHER_FIGURE * Math.max(0, figures - 1);
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
    boolean within = kinds.isAmidFigure(line);
    double amid = kinds.drawn(line) > 0 ? DRAWING_APART : FIGURE_APART;
    double apart = within ? amid : labelsApart(line);
    return narrow + Math.max(apart, kinds.isAmidRow(line) ? ROW_APART : 0);
  }

  /** The price of a cut above a line between a figure and its label, or that one and the next. */
  private double labelsApart(int line) {
    if (!isClose(line)) {
      return 0;
    }
    if (kinds.isFigure(line) || kinds.isFigure(line - 1)) {
      return LABELS_APART;
    }
    boolean below = line + 1 < lines.count() && kinds.isFigure(line + 1) && isClose(line + 1);
    boolean above = line > 1 && kinds.isFigure(line - 2) && isClose(line - 1);
    return below || above ? NEXT_LABEL_APART : 0;
  }

  private boolean isClose(int line) {
    return kinds.isLabelGap(across(line));
  }

  /** Rows from a line to the one above it, whatever rule is between them. */
  private int across(int line) {
    int gap = lines.gapAbove(line);
    if (line > 1 && kinds.isRule(line - 1)) {
      gap += lines.gapAbove(line - 1);
    }
    if (line + 1 < lines.count() && kinds.isRule(line)) {
      gap += lines.gapAbove(line + 1);
    }
    return gap;
  }
}

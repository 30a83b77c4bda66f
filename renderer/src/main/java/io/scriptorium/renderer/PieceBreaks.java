package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Between which lines pieces end, such that all pieces of a run of lines together cost least: few
 * of them, cut where gaps are wide, and none that parts a figure from its labels. Found as Knuth
 * and Plass break paragraphs, Breaking Paragraphs into Lines (1981).
 */
final class PieceBreaks {
  /**
   * A piece with a figure that is up to so many times as high as there is room for is made smaller
   * and not cut: no part of a chart can be read alone.
   */
  private static final double WHOLE = 1.5;

  /** A line of so many heights of type is a figure, or a table with rules. */
  private static final int HIGH = 4;

  /**
   * The share of their width that characters take, at about half their height each, in a quarter of
   * the rows of a table. In figures it is less.
   */
  private static final double TYPE_IN_TABLES = 0.25;

  private static final double CHARACTER = 0.6;

  /** The height of ten point type, where there is none that could be measured. */
  private static final int USUAL_TYPE = 12;

  /** Labels stand beside a figure within so many heights of type. */
  private static final int BESIDE = 2;

  /** Prices, where another piece has that of 1: a gap as narrow as most, or narrower. */
  private static final double NARROW = 0.5;

  private static final double LABELS_APART = 0.9;

  /** For a piece that is higher than text needs; most gaps are cheaper. */
  private static final double HIGHER = 1.5;

  /** For a piece twice as high as there is room for, and as much less as it is less high. */
  private static final double SMALLER = 3;

  /**
   * Rows of the ink map that pieces have.
   *
   * @param text of a piece of text
   * @param figure of a piece with a figure, at least as many
   */
  record Room(int text, int figure) {}

  private final InkLines lines;
  private final Room room;
  private final int type;
  private final int usualGap;
  private final boolean[] figures;

  PieceBreaks(InkSums ink, InkLines lines, Room room) {
    this.lines = lines;
    this.room = room;
    this.type = lines.typeHeight() > 0 ? lines.typeHeight() : USUAL_TYPE;
    this.usualGap = lines.typicalGap();
    this.figures = new boolean[lines.count()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = lines.get(i).height() >= HIGH * type && isFigure(ink, lines.get(i));
    }
  }

  /** Tables are wide with type in most of their rows, drawings are not. */
  private boolean isFigure(InkSums ink, Area line) {
    int[] runs =
        IntStream.range(line.top(), line.bottom())
            .map(y -> ink.runsInRow(line, y))
            .sorted()
            .toArray();
    return CHARACTER * type * runs[runs.length * 3 / 4] < TYPE_IN_TABLES * line.width();
  }

  /** Whether a line without gaps has to be cut through. */
  boolean isTooHigh(int line) {
    int height = lines.get(line).height();
    return figures[line] ? height > WHOLE * room.figure() : height > room.text();
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
      for (int last = first; last < to && height(first, last) <= WHOLE * room.figure(); last++) {
        figure |= figures[last];
        boolean fits = figure || height(first, last) <= room.text();
        double next = last + 1 < to ? gap(last + 1) : 0;
        double whole = piece(height(first, last)) + next + price[last + 1 - from];
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

  private double piece(int height) {
    double price = height > room.text() && room.figure() > room.text() ? 1 + HIGHER : 1;
    return price + SMALLER * Math.max(0, (double) height / room.figure() - 1);
  }

  /** The price of a cut above a line. */
  private double gap(int line) {
    int gap = lines.gapAbove(line);
    double narrow = NARROW * Math.min(1, PageCutter.USUAL_GAP * usualGap / gap);
    boolean labels = gap <= BESIDE * type && (figures[line] || figures[line - 1]);
    return labels ? narrow + LABELS_APART : narrow;
  }
}

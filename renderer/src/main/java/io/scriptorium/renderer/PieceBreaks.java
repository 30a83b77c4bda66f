package io.scriptorium.renderer;

import java.util.ArrayList;
import java.util.List;

/**
 * Between which lines pieces end, such that all pieces of a run of lines together cost least: few
 * of them, cut where gaps are wide, and none that parts a picture from its labels. Found as Knuth
 * and Plass break paragraphs, Breaking Paragraphs into Lines (1981).
 */
final class PieceBreaks {
  /**
   * What has a picture or no gaps and is up to so many times as high as a piece is made smaller,
   * not cut: no part of a chart can be read alone.
   */
  static final double WHOLE = 1.5;

  /** A line of so many heights of type is a picture, or a table with rules. */
  private static final int PICTURE = 4;

  /** Labels stand beside a picture within so many heights of type. */
  private static final int BESIDE = 2;

  /** Prices, where another piece has that of 1: a gap as narrow as most, or narrower. */
  private static final double NARROW = 0.5;

  private static final double LABELS_APART = 0.9;

  /** For each height of a piece that has to be made smaller. */
  private static final double SMALLER = 2;

  private final InkLines lines;
  private final int most;
  private final int type;
  private final int usualGap;

  private PieceBreaks(InkLines lines, int most) {
    this.lines = lines;
    this.most = most;
    this.type = Math.max(1, lines.typeHeight());
    this.usualGap = lines.typicalGap();
  }

  /**
   * The index behind the last line of each piece, in order.
   *
   * @param from first line, no line being higher than {@link #WHOLE} pieces
   * @param to behind the last line
   * @param most rows that a piece has
   */
  static List<Integer> of(InkLines lines, int from, int to, int most) {
    return new PieceBreaks(lines, most).cheapest(from, to);
  }

  private List<Integer> cheapest(int from, int to) {
    double[] price = new double[to - from + 1];
    int[] end = new int[to - from];
    for (int first = to - 1; first >= from; first--) {
      double best = Double.POSITIVE_INFINITY;
      boolean picture = false;
      for (int last = first; last < to && height(first, last) <= WHOLE * most; last++) {
        picture |= isPicture(last);
        boolean fits = picture || last == first || height(first, last) <= most;
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

  private boolean isPicture(int line) {
    return lines.get(line).height() >= PICTURE * type;
  }

  private double piece(int height) {
    return 1 + SMALLER * Math.max(0, (double) height / most - 1);
  }

  /** The price of a cut above a line. */
  private double gap(int line) {
    int gap = lines.gapAbove(line);
    double narrow = NARROW * Math.min(1, PageCutter.USUAL_GAP * usualGap / gap);
    boolean labels = gap <= BESIDE * type && (isPicture(line) || isPicture(line - 1));
    return labels ? narrow + LABELS_APART : narrow;
  }
}

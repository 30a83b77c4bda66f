package io.scriptorium.renderer;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How askew the lines of a page stand: rows by which they descend for each column to the right. Of
 * many slopes that one is taken along which the ink falls into the most distinct rows (Postl,
 * Detection of linear oblique structures and skew scan in digitized documents, 1986).
 */
final class TextSlope {
  /** Two degrees; more is no sheet that lay askew in a scanner. */
  private static final double STEEPEST = 0.035;

  /** A tenth of a degree. */
  private static final double STEP = 0.00175;

  /** By how much the rows must be more distinct than along no slope at all. */
  private static final double CLEARLY = 1.03;

  private final int[] columns;
  private final int[] lines;
  private final int width;
  private final int most;
  private final int[] rows;

  private TextSlope(InkSums ink) {
    InkSums.Area whole = ink.whole();
    this.width = whole.width();
    int[] inked =
        IntStream.range(0, width * whole.height())
            .filter(i -> ink.isAt(i % width, i / width))
            .toArray();
    this.columns = Arrays.stream(inked).map(i -> i % width).toArray();
    this.lines = Arrays.stream(inked).map(i -> i / width).toArray();
    this.most = 1 + (int) Math.ceil(STEEPEST * width / 2.0);
    this.rows = new int[whole.height() + 2 * most];
  }

  /** The slope of a page; 0 if its lines are level or it has none. */
  static double of(InkSums ink) {
    TextSlope slopes = new TextSlope(ink);
    double level = slopes.distinctness(0);
    double best = 0;
    double most = CLEARLY * level;
    for (int i = 1; i * STEP <= STEEPEST; i++) {
      for (double slope : new double[] {i * STEP, -i * STEP}) {
        double found = slopes.distinctness(slope);
        if (found > most) {
          most = found;
          best = slope;
        }
      }
    }
    return best;
  }

  /** The sum of the squares of the ink in each row along a slope. */
  private double distinctness(double slope) {
    Arrays.fill(rows, 0);
    int[] shift = new int[width];
    for (int x = 0; x < width; x++) {
      shift[x] = most - (int) Math.rint(slope * (x - width / 2.0));
    }
    for (int i = 0; i < lines.length; i++) {
      rows[lines[i] + shift[columns[i]]]++;
    }
    double sum = 0;
    for (int row : rows) {
      sum += (double) row * row;
    }
    return sum;
  }
}

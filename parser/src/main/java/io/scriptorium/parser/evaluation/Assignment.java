package io.scriptorium.parser.evaluation;

import java.util.Arrays;

/**
 * The one-to-one assignment of rows to columns whose weights have the largest sum, by the Hungarian
 * method with shortest augmenting paths (Kuhn 1955, Munkres 1957); the time grows with rows² x
 * columns.
 */
final class Assignment {
  private static final int NONE = -1;

  private Assignment() {}

  /** The largest sum; no weight is negative, and every row has as many. */
  static long largestSum(long[][] weights) {
    if (weights.length == 0 || weights[0].length == 0) {
      return 0;
    }
    long[][] wide = weights.length <= weights[0].length ? weights : transposed(weights);
    int[] rowOf = assign(wide);
    long sum = 0;
    for (int column = 0; column < rowOf.length; column++) {
      sum += rowOf[column] == NONE ? 0 : wide[rowOf[column]][column];
    }
    return sum;
  }

  private static long[][] transposed(long[][] weights) {
    long[][] turned = new long[weights[0].length][weights.length];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < turned.length; column++) {
        turned[column][row] = weights[row][column];
      }
    }
    return turned;
  }

  /** For each column the row assigned to it, or {@link #NONE}; rows are no more than columns. */
  private static int[] assign(long[][] weights) {
    int columns = weights[0].length;
    long[] rowPrice = new long[weights.length];
    long[] columnPrice = new long[columns];
    int[] rowOf = new int[columns];
    Arrays.fill(rowOf, NONE);
    for (int row = 0; row < weights.length; row++) {
      augment(row, weights, rowPrice, columnPrice, rowOf);
    }
    return rowOf;
  }

  /**
   * Assigns one more row along the cheapest alternating path. Invariant: the cost {@code -weight -
   * rowPrice - columnPrice} is never negative, and zero for assigned pairs.
   */
  private static void augment(
      int start, long[][] weights, long[] rowPrice, long[] columnPrice, int[] rowOf) {
    int columns = rowOf.length;
    long[] distance = new long[columns];
    int[] previous = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Long.MAX_VALUE);
    Arrays.fill(previous, NONE);
    int row = start;
    int last = NONE;
    long reached = 0;
    do {
      int nearest = NONE;
      for (int column = 0; column < columns; column++) {
        if (!done[column]) {
          long cost = reached - weights[row][column] - rowPrice[row] - columnPrice[column];
          if (cost < distance[column]) {
            distance[column] = cost;
            previous[column] = last;
          }
          if (nearest == NONE || distance[column] < distance[nearest]) {
            nearest = column;
          }
        }
      }
      reached = distance[nearest];
      done[nearest] = true;
      last = nearest;
      row = rowOf[nearest];
    } while (row != NONE);
    rowPrice[start] += reached;
    for (int column = 0; column < columns; column++) {
      if (done[column] && rowOf[column] != NONE) {
        rowPrice[rowOf[column]] += reached - distance[column];
        columnPrice[column] -= reached - distance[column];
      }
    }
    while (previous[last] != NONE) {
      rowOf[last] = rowOf[previous[last]];
      last = previous[last];
    }
    rowOf[last] = start;
  }
}

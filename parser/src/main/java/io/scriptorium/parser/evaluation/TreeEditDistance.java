package io.scriptorium.parser.evaluation;

import java.util.Arrays;

/**
 * The edit distance of two ordered trees: inserting or deleting a node costs 1, renaming one what
 * the caller says. After Zhang and Shasha, "Simple fast algorithms for the editing distance between
 * trees and related problems" (1989). For trees of depth d and m and n nodes it takes at most d² m
 * n steps, and memory for 2 m n numbers.
 */
final class TreeEditDistance {
  /** What it costs to make one node of another; nodes are counted from 0 in post-order. */
  @FunctionalInterface
  interface Renaming {
    double cost(int from, int to);
  }

  private final int[] from;
  private final int[] to;
  private final Renaming renaming;
  private final double[][] trees;
  private final double[][] forests;

  private TreeEditDistance(int[] from, int[] to, Renaming renaming) {
    this.from = from;
    this.to = to;
    this.renaming = renaming;
    this.trees = new double[from.length][to.length];
    this.forests = new double[from.length + 1][to.length + 1];
  }

  /**
   * The distance between two trees of at least one node.
   *
   * @param from for each node of the one tree, in post-order, the number of its leftmost leaf
   * @param to the same for the other
   */
  static double between(int[] from, int[] to, Renaming renaming) {
    return new TreeEditDistance(from, to, renaming).run();
  }

  private double run() {
    int[] roots = keyRoots(to);
    for (int i : keyRoots(from)) {
      for (int j : roots) {
        compare(i, j);
      }
    }
    return trees[from.length - 1][to.length - 1];
  }

  /** The root and every node with a sibling to its left, in post-order. */
  private static int[] keyRoots(int[] leftmost) {
    boolean[] seen = new boolean[leftmost.length];
    int[] roots = new int[leftmost.length];
    int first = roots.length;
    for (int node = leftmost.length - 1; node >= 0; node--) {
      if (!seen[leftmost[node]]) {
        seen[leftmost[node]] = true;
        roots[--first] = node;
      }
    }
    return Arrays.copyOfRange(roots, first, roots.length);
  }

  /** Fills in the distances of all subtrees that start at the same leaf as these two. */
  private void compare(int i, int j) {
    int firstFrom = from[i];
    int firstTo = to[j];
    forests[firstFrom][firstTo] = 0;
    for (int x = firstFrom; x <= i; x++) {
      forests[x + 1][firstTo] = forests[x][firstTo] + 1;
    }
    for (int y = firstTo; y <= j; y++) {
      forests[firstFrom][y + 1] = forests[firstFrom][y] + 1;
    }
    for (int x = firstFrom; x <= i; x++) {
      double[] before = forests[x];
      double[] row = forests[x + 1];
      for (int y = firstTo; y <= j; y++) {
        double edited = Math.min(before[y + 1], row[y]) + 1;
        if (from[x] == firstFrom && to[y] == firstTo) {
          row[y + 1] = Math.min(edited, before[y] + renaming.cost(x, y));
          trees[x][y] = row[y + 1];
        } else {
          row[y + 1] = Math.min(edited, forests[from[x]][to[y]] + trees[x][y]);
        }
      }
    }
  }
}

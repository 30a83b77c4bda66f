package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Grid;

/**
 * How alike two tables are, from 0 to 1: the tree-edit-distance-based similarity (TEDS) of Zhong et
 * al., "Image-based table recognition: data, model, and evaluation" (2020).
 *
 * @param teds with the text of the cells
 * @param structure with rows, cells and their spans alone
 * @param tooLarge whether the tables were not compared, being larger than the limits
 */
record TableScore(double teds, double structure, boolean tooLarge) {
  /** A table that was not found. */
  static final TableScore MISSED = new TableScore(0, 0, false);

  /** Pairs of nodes that are compared: two tables of 95 rows and 20 columns. */
  static final int MAX_PAIRS = 4_000_000;

  /** Characters in a table that is compared. */
  static final int MAX_CHARACTERS = 100_000;

  static TableScore of(Grid truth, Grid predicted) {
    if (truth.equals(predicted)) {
      return new TableScore(1, 1, false);
    }
    if ((long) nodes(truth) * nodes(predicted) > MAX_PAIRS) {
      return new TableScore(0, 0, true);
    }
    TableTree expected = new TableTree(truth);
    TableTree actual = new TableTree(predicted);
    if (Math.max(expected.characters(), actual.characters()) > MAX_CHARACTERS) {
      return new TableScore(0, 0, true);
    }
    return new TableScore(
        similarity(expected, actual, false), similarity(expected, actual, true), false);
  }

  private static int nodes(Grid grid) {
    return grid.rows().stream().mapToInt(row -> row.size() + 1).sum();
  }

  private static double similarity(TableTree truth, TableTree predicted, boolean structureOnly) {
    int nodes = Math.max(truth.size(), predicted.size());
    return nodes == 0 ? 1 : Math.max(0, 1 - truth.distanceTo(predicted, structureOnly) / nodes);
  }
}

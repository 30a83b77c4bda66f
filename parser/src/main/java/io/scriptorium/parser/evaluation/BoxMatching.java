package io.scriptorium.parser.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Matches boxes one to one: the pair that overlaps most first. Among pairs that overlap alike, the
 * one whose truth comes first in reading order goes first, then the one whose prediction does.
 */
final class BoxMatching {
  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble(Pair::overlap)
          .reversed()
          .thenComparingInt(Pair::truth)
          .thenComparingInt(Pair::predicted);

  private BoxMatching() {}

  /** Places in the two lists. */
  record Pair(int truth, int predicted, double overlap) {}

  /** The pairs whose overlap is enough, best first. */
  static List<Pair> match(
      List<RelativeBox> truth, List<RelativeBox> predicted, DoublePredicate enough) {
    List<Pair> candidates = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      for (int j = 0; j < predicted.size(); j++) {
        double overlap = truth.get(i).overlap(predicted.get(j));
        if (enough.test(overlap)) {
          candidates.add(new Pair(i, j, overlap));
        }
      }
    }
    candidates.sort(BEST_FIRST);
    boolean[] truthTaken = new boolean[truth.size()];
    boolean[] predictedTaken = new boolean[predicted.size()];
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : candidates) {
      if (!truthTaken[pair.truth] && !predictedTaken[pair.predicted]) {
        truthTaken[pair.truth] = true;
        predictedTaken[pair.predicted] = true;
        pairs.add(pair);
      }
    }
    return pairs;
  }
}

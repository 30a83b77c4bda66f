package io.scriptorium.parser.evaluation;

import io.scriptorium.parser.evaluation.Evaluation.ShownPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the pages that were read worst, and forgets the content of the others. */
final class WorstPages {
  /** By the edit distance of the text, then by the blocks found. */
  static final Comparator<PageScore> WORST_FIRST =
      Comparator.comparingDouble((PageScore page) -> page.text().normalised())
          .reversed()
          .thenComparingDouble(page -> page.loose().total().f1().orElse(1))
          .thenComparing(PageScore::document)
          .thenComparingInt(PageScore::number);

  private static final Comparator<ShownPage> SHOWN =
      Comparator.comparing(ShownPage::score, WORST_FIRST);

  private final int most;
  private final PriorityQueue<ShownPage> pages = new PriorityQueue<>(SHOWN.reversed());

  WorstPages(int most) {
    this.most = most;
  }

  void add(ShownPage page) {
    pages.add(page);
    if (pages.size() > most) {
      pages.remove();
    }
  }

  /** The worst first. */
  List<ShownPage> list() {
    List<ShownPage> list = new ArrayList<>(pages);
    list.sort(SHOWN);
    return list;
  }
}

package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well documents were read.
 *
 * @param pages all pages of the truth, in the order of their documents
 * @param worst the pages read worst, the worst first, with what they hold
 * @param missing documents that have no result, or one that cannot be read
 * @param withoutTruth results that no truth was found for
 * @param notes what else should be known
 */
public record Evaluation(
    int documents,
    Groups groups,
    List<PageScore> pages,
    List<ShownPage> worst,
    List<String> missing,
    List<String> withoutTruth,
    List<String> notes) {

  public Evaluation {
    pages = List.copyOf(pages);
    worst = List.copyOf(worst);
    missing = List.copyOf(missing);
    withoutTruth = List.copyOf(withoutTruth);
    notes = List.copyOf(notes);
  }

  /** The sums over all pages, and over those of each kind, language and condition. */
  record Groups(
      Scores all,
      Map<String, Scores> kinds,
      Map<String, Scores> languages,
      Map<String, Scores> conditions) {
    static Groups empty() {
      return new Groups(Scores.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** These with one more document. */
    Groups plus(TruthDocument document, Scores scores) {
      return new Groups(
          all.plus(scores),
          with(kinds, document.kind(), scores),
          with(languages, document.language(), scores),
          with(conditions, document.condition().label(), scores));
    }

    private static Map<String, Scores> with(Map<String, Scores> sums, String group, Scores scores) {
      Map<String, Scores> more = new TreeMap<>(sums);
      more.merge(group, scores, Scores::plus);
      return more;
    }
  }

  /**
   * A page that is shown in a report.
   *
   * @param predicted null if the results have no such page
   * @param picture where the picture of the page should be, if there is one
   */
  record ShownPage(PageScore score, Page truth, @Nullable Page predicted, @Nullable Path picture) {}

  /** What became of each target. */
  public List<Target.Outcome> outcomes(List<Target> targets) {
    List<Target.Outcome> outcomes = new ArrayList<>();
    for (Target target : targets) {
      Condition condition = target.condition();
      Scores scores =
          condition == null
              ? groups.all
              : groups.conditions.getOrDefault(condition.label(), Scores.NONE);
      OptionalDouble reached = target.metric().of(scores);
      outcomes.add(new Target.Outcome(target, reached));
    }
    return outcomes;
  }

  /** The figures of each kind and of all documents, a line each, for people. */
  public List<String> table() {
    return FigureTable.lines(groups);
  }

  Map<String, List<PageScore>> pagesByKind() {
    return pages.stream().collect(Collectors.groupingBy(PageScore::kind));
  }

  /** The names of pages that the results do not have, as in {@code invoice, page 2}. */
  public List<String> missingPages() {
    return pages.stream()
        .filter(PageScore::missing)
        .map(page -> page.document() + ", page " + page.number())
        .toList();
  }
}

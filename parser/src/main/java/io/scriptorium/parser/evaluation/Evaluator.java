package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.parser.ResultFolders;
import io.scriptorium.parser.evaluation.Evaluation.Groups;
import io.scriptorium.parser.evaluation.Evaluation.ShownPage;
import io.scriptorium.parser.evaluation.ResultDocument.ReadPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a folder of results, as {@code parse --out} writes them, with a folder of truth, one
 * document at a time. Results are not trusted: whatever they hold, it costs them points and not the
 * evaluation.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluator.evaluate(Path.of("samples/truth"), Path.of("out"), 20);
 * new EvaluationReport(evaluation, Target.DEFAULTS).write(Path.of("eval"));
 * }</pre>
 */
public final class Evaluator {
  private final WorstPages worst;
  private final List<PageScore> pages = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean keyValues;
  private Groups groups = Groups.empty();

  private Evaluator(int shown) {
    this.worst = new WorstPages(shown);
  }

  /**
   * Compares every document of the truth with its result.
   *
   * @param shown how many of the pages read worst are kept with their content
   * @throws EvaluationException if a folder cannot be read, or the truth is not usable
   */
  public static Evaluation evaluate(Path truth, Path results, int shown)
      throws EvaluationException {
    return new Evaluator(shown).run(new TruthFolder(truth), ResultsFolder.open(results));
  }

  private Evaluation run(TruthFolder truth, ResultsFolder results) throws EvaluationException {
    List<String> names = truth.names();
    Map<String, Path> found = results.byName(new HashSet<>(names));
    keyValues =
        found.values().stream()
            .anyMatch(folder -> JsonFile.exists(ResultDocument.keyValuesFile(folder)));
    for (String name : names) {
      compare(truth.read(name), found.get(name));
    }
    return new Evaluation(
        names.size(),
        groups,
        pages,
        worst.list(),
        missing,
        results.others(Set.copyOf(found.values())),
        notes);
  }

  private void compare(TruthDocument truth, @Nullable Path folder) {
    List<ReadPage> read = folder == null ? List.of() : read(truth, folder);
    if (folder == null) {
      missing.add(truth.name());
    }
    Scores scores = Scores.NONE;
    for (int i = 0; i < truth.pages().size(); i++) {
      ReadPage page = i < read.size() ? read.get(i) : null;
      PageScore score = PageScore.of(truth, i + 1, page);
      pages.add(score);
      worst.add(shown(score, truth, page, folder));
      scores = scores.plus(Scores.of(score));
    }
    groups = groups.plus(truth, scores.withKeyValues(keyValues(truth, folder)));
  }

  private List<ReadPage> read(TruthDocument truth, Path folder) {
    ResultDocument result = ResultDocument.read(folder);
    if (result.problem() != null) {
      missing.add(truth.name());
      notes.add("the result of " + truth.name() + " cannot be read: " + result.problem());
    }
    int beyond = result.pages().size() - truth.pages().size();
    if (beyond > 0) {
      notes.add("the result of " + truth.name() + " has " + beyond + " pages more than the truth");
    }
    return result.pages();
  }

  private static ShownPage shown(
      PageScore score, TruthDocument truth, @Nullable ReadPage read, @Nullable Path folder) {
    Page expected = truth.pages().get(score.number() - 1);
    return new ShownPage(
        score,
        expected,
        read == null ? null : read.content(),
        folder == null ? null : ResultFolders.pageImage(folder, score.number()));
  }

  /** Nothing is counted if no result has key values: then they were not asked for. */
  private Counts keyValues(TruthDocument truth, @Nullable Path folder) {
    JsonNode expected = truth.keyValues();
    if (!keyValues || expected == null) {
      return Counts.NONE;
    }
    JsonNode read = null;
    try {
      read = folder == null ? null : ResultDocument.keyValues(folder);
    } catch (UnreadableException e) {
      notes.add("the key values of " + truth.name() + " cannot be read: " + e.getMessage());
    }
    return KeyValueScore.of(expected, read == null ? MissingNode.getInstance() : read);
  }
}

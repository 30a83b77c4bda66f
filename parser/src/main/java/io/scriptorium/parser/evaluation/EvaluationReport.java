package io.scriptorium.parser.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes an evaluation down: {@code eval.json} for programs, {@code eval.html} for people. */
public final class EvaluationReport {
  /** For programs. */
  public static final String JSON = "eval.json";

  /** For people; opens without a network and runs nothing. */
  public static final String HTML = "eval.html";

  private final Evaluation evaluation;
  private final List<Target> targets;

  /** A report that shows these targets beside what was reached. */
  public EvaluationReport(Evaluation evaluation, List<Target> targets) {
    this.evaluation = evaluation;
    this.targets = List.copyOf(targets);
  }

  /** Writes the files into a folder, which is made if need be; earlier ones are replaced. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(JSON), EvaluationJson.of(evaluation, targets));
    try (Writer out = Files.newBufferedWriter(folder.resolve(HTML))) {
      EvaluationHtml.write(evaluation, targets, out);
    }
  }
}

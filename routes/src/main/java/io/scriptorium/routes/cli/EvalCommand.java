package io.scriptorium.routes.cli;

import io.scriptorium.parser.evaluation.Evaluation;
import io.scriptorium.parser.evaluation.EvaluationException;
import io.scriptorium.parser.evaluation.EvaluationReport;
import io.scriptorium.parser.evaluation.Evaluator;
import io.scriptorium.parser.evaluation.Target;
import io.scriptorium.routes.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
    name = "eval",
    description = {
      "Compares results with the truth and says how well the model reads.",
      "Prints the main figures; writes eval.json and eval.html, which shows the worst pages."
    },
    footer = {
      "",
      "Example:",
      "  scriptorium eval --truth samples/truth --results out --require cer=0.05"
    })
final class EvalCommand implements Callable<Integer> {
  private static final int MAX_SHOWN = 1000;
  private static final int LISTED = 10;

  private final PrintWriter output;
  private final PrintWriter err;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "DIR",
      description = "Folder of NAME.html, the true QwenVL HTML, and NAME.json, the key values.")
  private Path truth = Path.of("");

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "Folder of result folders, as 'parse --out' writes them.")
  private Path results = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("eval");

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "Pages shown in eval.html, the worst first. Default: ${DEFAULT-VALUE}.")
  private int shown = 40;

  @Option(
      names = "--require",
      paramLabel = "METRIC=VALUE[,...]",
      description = {
        "Exit with 1 unless all figures are at least this good; they take the place of the"
            + " usual targets.",
        "'clean.' or 'degraded.' before a metric picks documents of that condition."
      })
  private @Nullable String required;

  EvalCommand(PrintWriter output, PrintWriter err) {
    this.output = output;
    this.err = err;
  }

  @Override
  public Integer call() throws WrongUseException {
    if (shown < 0 || shown > MAX_SHOWN) {
      throw new WrongUseException("--pages: " + shown + " is not between 0 and " + MAX_SHOWN);
    }
    List<Target> targets = targets();
    Evaluation evaluation = evaluate();
    write(new EvaluationReport(evaluation, targets));
    evaluation.table().forEach(line -> output.println(Printable.of(line)));
    tell(evaluation);
    return required == null || reaches(evaluation, targets) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<Target> targets() throws WrongUseException {
    try {
      return required == null ? Target.DEFAULTS : Target.parse(required);
    } catch (IllegalArgumentException e) {
      throw new WrongUseException("--require: " + e.getMessage());
    }
  }

  private Evaluation evaluate() throws WrongUseException {
    requireFolder("--truth", truth);
    requireFolder("--results", results);
    try {
      return Evaluator.evaluate(truth, results, shown);
    } catch (EvaluationException e) {
      throw new WrongUseException(e.getMessage());
    }
  }

  private static void requireFolder(String option, Path folder) throws WrongUseException {
    if (!Files.isDirectory(folder)) {
      throw new WrongUseException(option + ": there is no folder " + folder);
    }
  }

  private void write(EvaluationReport report) throws WrongUseException {
    try {
      report.write(out);
    } catch (IOException e) {
      throw new WrongUseException("--out: cannot write to " + out);
    }
  }

  private void tell(Evaluation evaluation) {
    list("Documents without a result, which count as empty", evaluation.missing());
    list("Pages without a result, which count as empty", evaluation.missingPages());
    list("Results without truth, which do not count", evaluation.withoutTruth());
    list("Notes", evaluation.notes());
    err.println("The report is in " + Printable.of(out.toString()) + ".");
  }

  private void list(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      err.println(title + ": " + entries.size());
      entries.stream().limit(LISTED).forEach(each -> err.println("  " + Printable.of(each)));
      if (entries.size() > LISTED) {
        err.println("  ... and " + (entries.size() - LISTED) + " more, see eval.json");
      }
    }
  }

  private boolean reaches(Evaluation evaluation, List<Target> targets) {
    boolean all = true;
    for (Target.Outcome outcome : evaluation.outcomes(targets)) {
      if (!outcome.isMet()) {
        err.println("scriptorium: " + outcome.text());
        all = false;
      }
    }
    return all;
  }
}

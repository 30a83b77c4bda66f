package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.parser.Exports;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ResultFolders;
import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "parse",
    description = {
      "Parses PDF, PNG, JPEG and TIFF files, and those in folders.",
      "Prints the result folder of each document."
    },
    footer = {"", "Example:", "  scriptorium parse --model models/qwen2.5-vl-3b --out out scans"})
final class ParseCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final PrintWriter output;
  private final PrintWriter err;

  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private LimitOptions rendering;
  @Mixin private ExportOptions forms;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results, one folder a document. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out");

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Files to parse; of a folder all that is not hidden.")
  private List<Path> paths = new ArrayList<>();

  ParseCommand(Wiring wiring, PrintWriter output, PrintWriter err) {
    this.wiring = wiring;
    this.output = output;
    this.err = err;
  }

  @Override
  public Integer call() throws Exception {
    RenderOptions options = reading.renderOptions(RenderOptions.DEFAULTS);
    PoolOptions limits = rendering.limits(PoolOptions.DEFAULTS);
    Exports exports = forms.exports();
    List<FoundDocument> documents = new DocumentFinder(out).find(paths);
    KeysOfDocuments keys = forms.keys(documents);
    prepareOut();
    boolean verbose = ScriptoriumCommand.isVerbose(spec.commandLine());
    ParseSummary summary = new ParseSummary(System::nanoTime);
    if (!documents.isEmpty()) {
      // Its process becomes ready while the model loads.
      try (DocumentOpener renderer = wiring.renderers().start(options, limits);
          PageModel model = reading.load(wiring.models(), forms.wantsKeys(), err);
          Display display = Display.forTerminal(err)) {
        DocumentParser parser = new DocumentParser(renderer, model);
        new ParseRun(
                document -> parser.withExports(exports.withKeys(keys.of(document))),
                output,
                display,
                summary,
                verbose)
            .parse(documents);
      }
    }
    err.println(summary.text());
    return summary.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void prepareOut() throws WrongUseException {
    try {
      Files.createDirectories(out);
      ResultFolders.recover(out);
    } catch (IOException e) {
      throw new WrongUseException("--out: cannot write to " + out);
    }
    if (!Files.isWritable(out)) {
      throw new WrongUseException("--out: may not write to " + out);
    }
  }
}

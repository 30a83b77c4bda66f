package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.HtmlRepairer;
import io.scriptorium.htmlschema.HtmlValidator;
import io.scriptorium.htmlschema.RepairedHtml;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    description = {
      "Checks QwenVL HTML and prints FILE:LINE:COLUMN CODE MESSAGE for each violation.",
      "Exits with 1 if there is a violation or something had to be repaired."
    },
    footer = {
      "",
      "Example:",
      "  scriptorium validate out/invoice.pdf/document.html",
      "  scriptorium validate --repair --out good.html answer.html"
    })
final class ValidateCommand implements Callable<Integer> {
  private static final long MAX_BYTES = 1L << 28;
  private static final Path STANDARD_OUTPUT = Path.of("-");

  private final PrintWriter out;
  private final PrintWriter err;

  @Option(
      names = "--repair",
      description = "Repair each file and print FILE CODE MESSAGE for all that was put right.")
  private boolean repair;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the repaired file here, '-' for standard output; implies --repair.")
  private @Nullable Path target;

  @Option(names = "--json", description = "Print one JSON object for each file, one a line.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  private List<Path> files = new ArrayList<>();

  ValidateCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws WrongUseException {
    if (target != null && files.size() != 1) {
      throw new WrongUseException("--out takes one file, not " + files.size());
    }
    for (Path file : files) {
      requireReadable(file);
    }
    // Whoever asks for the file on standard output does not want reports between its lines.
    PrintWriter reports = STANDARD_OUTPUT.equals(target) ? err : out;
    ValidationPrinter printer =
        json ? new JsonValidationPrinter(reports) : new LineValidationPrinter(reports);
    boolean valid = true;
    for (Path file : files) {
      valid &= check(file, printer);
    }
    return valid ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean check(Path file, ValidationPrinter printer) throws WrongUseException {
    String html = read(file);
    FileVerdict verdict = new FileVerdict(file, HtmlValidator.validate(html), null);
    if (repair || target != null) {
      RepairedHtml repaired = HtmlRepairer.repair(html);
      verdict = new FileVerdict(file, verdict.report(), repaired);
      write(repaired.html());
    }
    printer.print(verdict);
    return verdict.isGood();
  }

  private void write(String html) throws WrongUseException {
    if (STANDARD_OUTPUT.equals(target)) {
      out.print(html);
      out.flush();
    } else if (target != null) {
      try {
        Files.writeString(target, html);
      } catch (IOException e) {
        throw new WrongUseException("cannot write " + target);
      }
    }
  }

  private static void requireReadable(Path file) throws WrongUseException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUseException("there is no file " + file);
    }
  }

  private static String read(Path file) throws WrongUseException {
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new WrongUseException(
            file + " has " + bytes + " bytes, more than the " + MAX_BYTES + " that can be checked");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new WrongUseException("cannot read " + file + " as UTF-8");
    }
  }
}

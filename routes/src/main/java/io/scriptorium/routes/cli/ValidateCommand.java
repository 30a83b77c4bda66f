package io.scriptorium.routes.cli;

import io.scriptorium.htmlschema.HtmlValidator;
import io.scriptorium.htmlschema.Violation;
import io.scriptorium.routes.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    description = "Checks QwenVL HTML and prints FILE:LINE:COLUMN CODE MESSAGE for each violation.",
    footer = {"", "Example:", "  scriptorium validate out/invoice.pdf/document.html"})
final class ValidateCommand implements Callable<Integer> {
  private static final long MAX_BYTES = 1L << 28;
  private static final Comparator<Violation> BY_PLACE =
      Comparator.comparingInt(Violation::line).thenComparingInt(Violation::column);

  private final PrintWriter out;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  private List<Path> files = new ArrayList<>();

  ValidateCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws WrongUseException {
    boolean valid = true;
    for (Path file : files) {
      requireReadable(file);
    }
    for (Path file : files) {
      List<Violation> violations = new ArrayList<>(HtmlValidator.validate(read(file)).violations());
      violations.sort(BY_PLACE);
      violations.forEach(violation -> print(file, violation));
      valid &= violations.isEmpty();
    }
    return valid ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void print(Path file, Violation violation) {
    out.printf(
        "%s:%d:%d %s %s (%s)%n",
        Printable.of(file.toString()),
        violation.line(),
        violation.column(),
        violation.code(),
        Printable.of(violation.message()),
        Printable.of(violation.place()));
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

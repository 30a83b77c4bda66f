package io.scriptorium.routes.cli;

import io.scriptorium.parser.ParseException;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells users what went wrong, in a line and without traces unless they want them. */
final class Failures {
  private final PrintWriter err;

  Failures(PrintWriter err) {
    this.err = err;
  }

  int wrongUse(ParameterException failure, String[] arguments) {
    tell(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    err.println("Try '" + command + " --help'.");
    return ExitCode.USAGE;
  }

  int failed(Exception failure, CommandLine command, ParseResult arguments) {
    boolean verbose = ScriptoriumCommand.isVerbose(command);
    if (failure instanceof WrongUseException) {
      tell(failure.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof ParseException expected) {
      tell(expected.code() + ": " + expected.getMessage());
      trace(failure, verbose);
      return ExitCode.SOFTWARE;
    }
    return unexpected(failure, verbose);
  }

  int unexpected(Throwable failure, boolean verbose) {
    // Not its text: that may hold content of a document.
    tell(internalError(failure, verbose));
    trace(failure, verbose);
    return ExitCode.SOFTWARE;
  }

  static String internalError(Throwable failure, boolean verbose) {
    String hint = verbose ? "" : "; --verbose shows where";
    return "INTERNAL_ERROR: " + failure.getClass().getSimpleName() + hint;
  }

  private void tell(String message) {
    message.lines().forEach(line -> err.println("scriptorium: " + Printable.of(line)));
  }

  private void trace(Throwable failure, boolean verbose) {
    if (verbose) {
      failure.printStackTrace(err);
    }
  }
}

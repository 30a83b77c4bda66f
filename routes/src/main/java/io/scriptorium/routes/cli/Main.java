package io.scriptorium.routes.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/**
 * The program {@code scriptorium}. Results go to standard output, one a line; everything that is
 * for people goes to standard error.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // All its text is English, and TensorFlow's names must have ASCII digits everywhere.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(arguments, out, err, Wiring.product());
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs one command.
   *
   * @return 0 if all is done, 1 if something failed, 2 if the command was used wrongly
   */
  static int run(String[] arguments, PrintWriter out, PrintWriter err, Wiring wiring) {
    CommandLine commands =
        new CommandLine(new ScriptoriumCommand(), new Commands(wiring, out, err));
    Failures failures = new Failures(err);
    commands
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures::wrongUse)
        .setExecutionExceptionHandler(failures::failed);
    try {
      return commands.execute(arguments);
    } catch (StackOverflowError | LinkageError e) {
      // The native library of the model is loaded late and may not fit this machine.
      return failures.unexpected(e, ScriptoriumCommand.isVerbose(commands));
    }
  }
}

package io.scriptorium.routes.cli;

import io.scriptorium.parser.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
    name = "scriptorium",
    description = "Reads PDFs and scans into QwenVL HTML with Qwen2.5-VL, on your own machines.",
    subcommands = {
      ParseCommand.class,
      ServeCommand.class,
      ModelCommand.class,
      ValidateCommand.class,
      EvalCommand.class,
      SynthCommand.class
    },
    mixinStandardHelpOptions = true,
    // The options for help and the exit codes are those of every command.
    scope = ScopeType.INHERIT,
    versionProvider = ScriptoriumCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is done", "1:something failed", "2:the command was used wrongly"},
    footer = {"", "Example:", "  scriptorium parse --model models/qwen2.5-vl-3b invoice.pdf"})
final class ScriptoriumCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show traces of failures.")
  private boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** Whether the user asked for traces, with whichever command. */
  static boolean isVerbose(CommandLine commands) {
    CommandSpec root = commands.getCommandSpec().root();
    return ((ScriptoriumCommand) root.userObject()).verbose;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"scriptorium " + ProductVersion.get()};
    }
  }
}

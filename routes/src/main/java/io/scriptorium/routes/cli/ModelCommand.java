package io.scriptorium.routes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "model",
    description = "Makes, checks and describes models.",
    subcommands = {
      ModelCommand.Convert.class,
      ModelCommand.Verify.class,
      ModelCommand.Info.class,
      ModelCommand.Random.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  scriptorium model info models/qwen2.5-vl-3b"})
final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  @Command(
      name = "convert",
      description = "Converts a Qwen2.5-VL checkpoint into a TensorFlow SavedModel.",
      footer = {
        "",
        "Example:",
        "  scriptorium model convert Qwen2.5-VL-3B-Instruct models/qwen2.5-vl-3b"
      })
  static final class Convert implements Callable<Integer> {
    private final ModelCommands commands;
    private final PrintWriter log;

    @Parameters(
        index = "0",
        paramLabel = "CHECKPOINT",
        description = "Folder with config.json, tokenizer.json and *.safetensors.")
    private Path checkpoint;

    @Parameters(index = "1", paramLabel = "OUT", description = "Model folder to write.")
    private Path out;

    Convert(ModelCommands commands, PrintWriter log) {
      this.commands = commands;
      this.log = log;
    }

    @Override
    public Integer call() throws Exception {
      commands.convert(checkpoint, out, log);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "verify",
      description = "Compares a model's answers with recorded ones; exit code 1 if they differ.",
      footer = {"", "Example:", "  scriptorium model verify golden/qwen2.5-vl-3b"})
  static final class Verify implements Callable<Integer> {
    private final ModelCommands commands;
    private final PrintWriter out;

    @Parameters(paramLabel = "GOLDEN", description = "Folder with the recorded answers.")
    private Path golden;

    Verify(ModelCommands commands, PrintWriter out) {
      this.commands = commands;
      this.out = out;
    }

    @Override
    public Integer call() throws Exception {
      return commands.verify(golden, out) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "info",
      description = "Tells what a model folder holds.",
      footer = {"", "Example:", "  scriptorium model info models/qwen2.5-vl-3b"})
  static final class Info implements Callable<Integer> {
    private final ModelCommands commands;
    private final PrintWriter out;

    @Parameters(paramLabel = "MODEL", description = "Model folder.")
    private Path model;

    Info(ModelCommands commands, PrintWriter out) {
      this.commands = commands;
      this.out = out;
    }

    @Override
    public Integer call() throws Exception {
      commands.info(model, out);
      return ExitCode.OK;
    }
  }

  @Command(
      name = "random",
      description = "Writes a model of random weights, to try the machinery without a checkpoint.",
      footer = {"", "Example:", "  scriptorium model random --shape tiny --seed 7 models/tiny"})
  static final class Random implements Callable<Integer> {
    private final ModelCommands commands;
    private final PrintWriter log;

    @Option(
        names = "--shape",
        required = true,
        paramLabel = "SHAPE",
        description = "One of tiny, 3b, 7b, 32b and 72b, or a config.json.")
    private String shape;

    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Start of the random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Parameters(paramLabel = "OUT", description = "Model folder to write.")
    private Path out;

    Random(ModelCommands commands, PrintWriter log) {
      this.commands = commands;
      this.log = log;
    }

    @Override
    public Integer call() throws Exception {
      commands.random(shape, seed, out, log);
      return ExitCode.OK;
    }
  }
}

package io.scriptorium.routes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  scriptorium model info models/qwen2.5-vl-3b"})
final class ModelCommand implements Runnable {
  private final ModelCommands commands;
  private final PrintWriter out;
  private final PrintWriter log;

  @Spec private CommandSpec spec;

  ModelCommand(ModelCommands commands, PrintWriter out, PrintWriter log) {
    this.commands = commands;
    this.out = out;
    this.log = log;
  }

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
  int convert(
      @Parameters(
              paramLabel = "CHECKPOINT",
              description = "Folder with config.json, tokenizer.json and *.safetensors.")
          Path checkpoint,
      @Parameters(paramLabel = "OUT", description = "Model folder to write.") Path folder)
      throws Exception {
    commands.convert(checkpoint, folder, log);
    return ExitCode.OK;
  }

  @Command(
      name = "verify",
      description = "Compares a model's answers with recorded ones; exit code 1 if they differ.",
      footer = {"", "Example:", "  scriptorium model verify golden/qwen2.5-vl-3b"})
  int verify(
      @Parameters(paramLabel = "GOLDEN", description = "Folder with the recorded answers.")
          Path golden)
      throws Exception {
    return commands.verify(golden, out) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  @Command(
      name = "info",
      description = "Tells what a model folder holds.",
      footer = {"", "Example:", "  scriptorium model info models/qwen2.5-vl-3b"})
  int info(@Parameters(paramLabel = "MODEL", description = "Model folder.") Path model)
      throws Exception {
    commands.info(model, out);
    return ExitCode.OK;
  }

  @Command(
      name = "random",
      description = "Writes a model of random weights, to try the machinery without a checkpoint.",
      footer = {"", "Example:", "  scriptorium model random --shape tiny --seed 7 models/tiny"})
  int random(
      @Option(
              names = "--shape",
              required = true,
              paramLabel = "SHAPE",
              description = "One of tiny, 3b, 7b, 32b and 72b, or a config.json.")
          String shape,
      @Option(
              names = "--seed",
              defaultValue = "1",
              paramLabel = "N",
              description = "Start of the random numbers. Default: ${DEFAULT-VALUE}.")
          long seed,
      @Parameters(paramLabel = "OUT", description = "Model folder to write.") Path folder)
      throws Exception {
    commands.random(shape, seed, folder, log);
    return ExitCode.OK;
  }
}

package io.scriptorium.routes.cli;

import io.scriptorium.parser.ParseException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What the commands below {@code model} do. Long ones tell their progress on {@code log}. */
interface ModelCommands {
  /** Converts a checkpoint into a model folder. */
  void convert(Path checkpoint, Path out, PrintWriter log) throws ParseException, IOException;

  /**
   * Compares a model's answers with recorded ones.
   *
   * @return whether they agree
   */
  boolean verify(Path golden, PrintWriter log) throws ParseException, IOException;

  /** Tells what a model folder holds. */
  void info(Path model, PrintWriter out) throws ParseException, IOException;

  /**
   * Writes a model of random weights.
   *
   * @param shape name of a built-in shape, or path of a configuration file
   */
  void random(String shape, long seed, Path out, PrintWriter log)
      throws ParseException, IOException, WrongUseException;
}

package io.scriptorium.endtoend;

import io.scriptorium.fixtures.ProgramRun;
import io.scriptorium.fixtures.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program as users start it: by its launcher, in a process of its own, with a cache and a
 * working folder of its own below the folder given. No variable of the tester's own settings
 * reaches it.
 */
final class Scriptorium {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Path folder;
  private final Installation installation;
  private final Map<String, String> environment = new HashMap<>();

  private Scriptorium(Path folder, Installation installation) {
    this.folder = folder;
    this.installation = installation;
  }

  static Scriptorium in(Path folder) throws IOException {
    Scriptorium program = new Scriptorium(folder, Installation.in(folder.resolve("home")));
    Files.createDirectories(program.workingFolder());
    return program;
  }

  /** Where relative paths begin. */
  Path workingFolder() {
    return folder.resolve("work");
  }

  /** A place in the working folder. */
  Path path(String name) {
    return workingFolder().resolve(name);
  }

  /** Where models are kept, once there is one. */
  Path cache() {
    return folder.resolve("cache");
  }

  Installation installation() {
    return installation;
  }

  /** The same program in other surroundings. */
  Scriptorium withEnvironment(String name, String value) {
    Scriptorium other = new Scriptorium(folder, installation);
    other.environment.putAll(environment);
    other.environment.put(name, value);
    return other;
  }

  /** Runs a command to its end. */
  ProgramRun run(String... arguments) throws IOException, InterruptedException {
    return run(installation.launcher(), arguments);
  }

  /** Runs a command by another way to the launcher. */
  ProgramRun run(Path launcher, String... arguments) throws IOException, InterruptedException {
    try (RunningProgram program = start(launcher, arguments)) {
      return program.awaitEnd(LIMIT);
    }
  }

  RunningProgram start(String... arguments) throws IOException {
    return start(installation.launcher(), arguments);
  }

  private RunningProgram start(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder().toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("SCRIPTORIUM_") || name.startsWith("LC_"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("PATH", installation.programs() + ":" + variables.get("PATH"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("SCRIPTORIUM_CACHE", cache().toString());
    variables.put("TF_CPP_MIN_LOG_LEVEL", "2");
    // Short runs end sooner when less is compiled.
    variables.put("SCRIPTORIUM_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    variables.putAll(environment);
    return RunningProgram.start(builder, Files.createDirectories(folder.resolve("printed")));
  }
}

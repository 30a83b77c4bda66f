package io.scriptorium.routes;

import java.util.List;

/** The server cannot start as configured. Lists every problem, so that one reading mends all. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  ConfigException(String what, List<String> problems) {
    super(what + ":\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each problem, naming the key, its value and what it may be. */
  public List<String> problems() {
    return problems;
  }
}

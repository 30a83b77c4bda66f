package io.scriptorium.routes.cli;

/** The command was used wrongly. The text says how, in one line for each problem. */
final class WrongUseException extends Exception {
  private static final long serialVersionUID = 1L;

  WrongUseException(String message) {
    super(message);
  }
}

package io.scriptorium.parser.evaluation;

/** A file cannot be read. The text says why and quotes nothing of it. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}

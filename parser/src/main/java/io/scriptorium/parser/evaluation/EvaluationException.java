package io.scriptorium.parser.evaluation;

/** The truth or the results cannot be evaluated. The text says what is wrong with which folder. */
public final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}

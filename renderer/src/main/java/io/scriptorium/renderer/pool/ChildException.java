package io.scriptorium.renderer.pool;

/** A child gave no answer, and has been killed if it did not end by itself. */
final class ChildException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What became of it. */
  enum Reason {
    /** It did not answer in time. */
    TOO_SLOW,
    /** Its heap was full. */
    OUT_OF_MEMORY,
    /** It ended, crashed, was killed, or talked nonsense. */
    DIED,
    /** It never became ready: nothing that a document could be blamed for. */
    NOT_STARTED
  }

  ChildException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

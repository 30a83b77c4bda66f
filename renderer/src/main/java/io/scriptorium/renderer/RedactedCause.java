package io.scriptorium.renderer;

/**
 * Where an error came from, without its text: libraries quote the document, and sometimes a path,
 * in their messages, and none of that may reach a log.
 */
final class RedactedCause extends Exception {
  private static final long serialVersionUID = 1L;

  RedactedCause(Throwable cause) {
    super(cause.getClass().getName());
    setStackTrace(cause.getStackTrace());
  }
}

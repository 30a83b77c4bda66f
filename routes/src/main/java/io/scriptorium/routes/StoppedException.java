package io.scriptorium.routes;

/** Work was not begun because the server stops; it is done after the next start. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("the server stops; this is done after the next start");
  }
}

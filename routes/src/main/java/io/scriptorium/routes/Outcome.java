package io.scriptorium.routes;

/** How work on a document ended. */
sealed interface Outcome<T> {
  /** It came to a result. */
  record Done<T>(T result) implements Outcome<T> {}

  /** It came to none, and is not tried further. */
  record Refused<T>(Failure failure) implements Outcome<T> {}

  /** The server stops; the document stays where it came from. */
  record Stopped<T>() implements Outcome<T> {}
}

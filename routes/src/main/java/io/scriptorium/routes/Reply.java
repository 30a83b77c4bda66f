package io.scriptorium.routes;

/** What becomes of a record: exactly one of two topics gets something. */
sealed interface Reply {
  /** Goes to the topic of results. */
  @SuppressWarnings("ArrayRecordComponent") // Moved, never compared.
  record Result(byte[] json) implements Reply {}

  /** The record itself goes to the dead letters. */
  record DeadLetter(Failure failure) implements Reply {}
}

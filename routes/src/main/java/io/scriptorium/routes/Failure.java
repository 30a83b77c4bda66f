package io.scriptorium.routes;

/**
 * Why a document has no result.
 *
 * @param code stable, such as {@code PDF_ENCRYPTED}
 * @param message what, which value and which limit; never content
 * @param attempts how often it was tried
 * @param permanent whether the document itself is at fault, so that trying again gives the same
 */
record Failure(String code, String message, int attempts, boolean permanent) {
  /** The document is refused before the parser has seen it. */
  static Failure refusal(String code, String message) {
    return new Failure(code, message, 1, true);
  }
}

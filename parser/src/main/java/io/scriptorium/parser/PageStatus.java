package io.scriptorium.parser;

/** How a page ended. */
public enum PageStatus {
  /** Read to the end of the model's answer. */
  DONE,
  /** There is nothing on the page, and the model was not asked. */
  BLANK,
  /** Read, but the answer was cut off: by the token limit, or in a loop. */
  TRUNCATED,
  /** Not read; the reason is in the document's metadata. */
  FAILED
}

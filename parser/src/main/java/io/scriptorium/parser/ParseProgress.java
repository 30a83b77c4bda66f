package io.scriptorium.parser;

/** Told about each step of a document, on the thread that parses. */
public interface ParseProgress {
  ParseProgress SILENT = new ParseProgress() {};

  default void documentOpened(DocumentSource source, int pages) {}

  default void pageStarted(int number) {}

  /** Called after each token of a page. */
  default void tokenEmitted(int number, int tokensOfPage) {}

  default void pageFinished(int number, PageStatus status) {}
}

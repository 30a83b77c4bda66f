package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.PageText;
import io.scriptorium.renderer.RenderOptions;

/** What a child is asked. Each request gets one {@link Reply}. */
sealed interface Request {
  /** Closes what is open and opens a document: {@link Reply.Opened} or {@link Reply.Failed}. */
  record Open(String file, RenderOptions options) implements Request {}

  /** Renders a page of what is open: {@link Reply.Rendered} or {@link Reply.Failed}. */
  record Render(int number) implements Request {}

  /** Begins a searchable PDF of what is open: {@link Reply.Taken} or {@link Reply.Failed}. */
  record BeginSearchable() implements Request {}

  /** Adds the text of a page to it: {@link Reply.Taken} or {@link Reply.Failed}. */
  record AddText(PageText page) implements Request {}

  /**
   * Writes it into the private folder of the process: {@link Reply.Taken}, {@link Reply.NoRoom} or
   * {@link Reply.Failed}.
   */
  record SaveSearchable() implements Request {}

  /** Closes what is open: {@link Reply.Closed}. */
  record Close() implements Request {}
}

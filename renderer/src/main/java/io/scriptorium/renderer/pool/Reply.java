package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderedPage;
import io.scriptorium.renderer.SourceFormat;
import java.util.Optional;

/** What a child says. */
sealed interface Reply {
  /** The first word of a child that is ready. */
  record Hello(int version) implements Reply {}

  record Opened(SourceFormat format, int pages, DocumentFacts facts) implements Reply {}

  record Rendered(RenderedPage page) implements Reply {}

  /** A step of a searchable PDF is done. */
  record Taken() implements Reply {}

  record Closed() implements Reply {}

  /** The document or the page is at fault. */
  record Failed(RenderException.Code code, String message, Optional<Trace> cause)
      implements Reply {}

  /** The memory of the child did not suffice, though it lives. */
  record OutOfMemory() implements Reply {}

  /** The disk for temporary files failed. */
  record NoRoom(String reason) implements Reply {}

  /** The renderer is at fault. */
  record Broken(Trace cause) implements Reply {}
}

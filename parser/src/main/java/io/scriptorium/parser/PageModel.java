package io.scriptorium.parser;

import io.scriptorium.renderer.RasterImage;
import java.util.function.IntConsumer;

/** What reads a page image into text. For one thread at a time. */
public interface PageModel extends AutoCloseable {
  /** Name and fingerprint, for the provenance of results. */
  ModelIdentity identity();

  /**
   * Reads one page.
   *
   * @param tokenCount called with the number of tokens emitted so far, after each token
   * @throws ParseException if the model cannot answer
   */
  PageAnswer read(RasterImage page, IntConsumer tokenCount) throws ParseException;

  @Override
  void close();
}

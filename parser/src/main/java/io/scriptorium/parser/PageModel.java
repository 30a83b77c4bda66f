package io.scriptorium.parser;

import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What reads a page image into text. For one thread at a time. */
public interface PageModel extends AutoCloseable {
  /** Name and fingerprint, for the provenance of results. */
  ModelIdentity identity();

  /** What pages are cut into for this model; empty if it reads them whole. */
  default Optional<PieceShape> pieces() {
    return Optional.empty();
  }

  /**
   * Reads one page, or one piece of it.
   *
   * @param tokenCount called with the number of tokens emitted so far, after each token
   * @throws ParseException if the model cannot answer
   */
  PageAnswer read(RasterImage page, IntConsumer tokenCount) throws ParseException;

  @Override
  void close();
}

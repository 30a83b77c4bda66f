package io.scriptorium.parser;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.List;
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
   * Reads pictures of pages or of pieces of them with one answer each, for which the model looks at
   * several sizes of it at once. No answer depends on the other pictures. A model that cannot look
   * at several looks at the first.
   *
   * @param pictures of each its sizes, one or more; boxes are in pixels of the first
   * @param tokenCount called with the number of tokens emitted so far for all pictures
   * @throws ParseException if the model cannot answer
   */
  List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException;

  /** Reads pictures as {@link #readViews} does, each as it is. */
  default List<PageAnswer> readPieces(List<RasterImage> pieces, IntConsumer tokenCount)
      throws ParseException {
    return readViews(pieces.stream().map(List::of).toList(), tokenCount);
  }

  /** Reads one page as {@link #readViews} does. */
  default PageAnswer read(RasterImage page, IntConsumer tokenCount) throws ParseException {
    return readPieces(List.of(page), tokenCount).get(0);
  }

  /**
   * Asks for the key values on a page.
   *
   * @param tokenCount called with the number of tokens emitted so far for all answers
   * @return an answer for each of the page's pictures, or one for its text; whatever the model asks
   *     about
   * @throws ParseException if the model cannot answer
   */
  List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException;

  @Override
  void close();
}

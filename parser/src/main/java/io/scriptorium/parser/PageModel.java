package io.scriptorium.parser;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
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
   * Reads one page.
   *
   * @param tokenCount called with the number of tokens emitted so far, after each token
   * @throws ParseException if the model cannot answer
   */
  PageAnswer read(RasterImage page, IntConsumer tokenCount) throws ParseException;

  /**
   * Reads the pieces of a page, each as if it were a page; no answer depends on the others.
   *
   * @param tokenCount called with the number of tokens emitted so far for all pieces
   * @throws ParseException if the model cannot answer
   */
  default List<PageAnswer> readPieces(List<RasterImage> pieces, IntConsumer tokenCount)
      throws ParseException {
    List<PageAnswer> answers = new ArrayList<>();
    int before = 0;
    for (RasterImage piece : pieces) {
      int emitted = before;
      PageAnswer answer = read(piece, count -> tokenCount.accept(emitted + count));
      answers.add(answer);
      before += answer.tokens();
    }
    return answers;
  }

  /**
   * Reads pictures with one answer each, for which the model looks at several sizes of it at once.
   * A model that cannot do that looks at the first.
   *
   * @param pictures of each its sizes; boxes are in pixels of the first
   * @param tokenCount called with the number of tokens emitted so far for all pictures
   * @throws ParseException if the model cannot answer
   */
  default List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException {
    return readPieces(pictures.stream().map(sizes -> sizes.get(0)).toList(), tokenCount);
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

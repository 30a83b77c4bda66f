package io.scriptorium.parser;

import io.scriptorium.htmlschema.ModelOutputReader;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.PieceJoiner;
import io.scriptorium.htmlschema.assembly.ReadPiece;
import io.scriptorium.parser.PageResult.Usage;
import io.scriptorium.renderer.PageCutter;
import io.scriptorium.renderer.PagePiece;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Puts a page to the model, whole or piece by piece, and reads what it answers. */
final class PageReader {
  private final PageModel model;

  /** What the model answered for one page. */
  sealed interface Answers {
    /** False if the token limit cut an answer off. */
    boolean complete();

    Usage usage();

    /**
     * Makes a valid page of the answers.
     *
     * @param page size of the page; the boxes are in these pixels
     */
    PageReading read(PageSize page);
  }

  /** The answer for a page that the model saw whole. */
  private record Whole(PageAnswer answer) implements Answers {
    @Override
    public boolean complete() {
      return answer.complete();
    }

    @Override
    public Usage usage() {
      return Usage.of(answer);
    }

    @Override
    public PageReading read(PageSize page) {
      return reading(answer, page);
    }
  }

  /** The answers for the pieces of a page. */
  private record Pieces(List<Piece> pieces) implements Answers {
    @Override
    public boolean complete() {
      return pieces.stream().allMatch(piece -> piece.answer().complete());
    }

    @Override
    public Usage usage() {
      return Usage.of(pieces.stream().map(Piece::answer).toList());
    }

    @Override
    public PageReading read(PageSize page) {
      return PieceJoiner.join(page, pieces.stream().map(Piece::read).toList());
    }
  }

  /** A piece without its pixels. */
  private record Piece(
      PageAnswer answer, PageSize size, int left, int top, double slope, boolean goesOn) {
    static Piece of(PagePiece piece, PageAnswer answer) {
      PageSize size = new PageSize(piece.width(), piece.height());
      return new Piece(answer, size, piece.left(), piece.top(), piece.slope(), piece.goesOn());
    }

    ReadPiece read() {
      return new ReadPiece(reading(answer, size), left, top, slope, goesOn);
    }
  }

  PageReader(PageModel model) {
    this.model = model;
  }

  /**
   * Asks the model.
   *
   * @param tokenCount called with the number of tokens emitted so far for the page
   * @throws ParseException if the model cannot answer
   */
  Answers ask(RasterImage page, IntConsumer tokenCount) throws ParseException {
    Optional<PieceShape> shape = model.pieces();
    List<PagePiece> cut = shape.isEmpty() ? List.of() : PageCutter.cut(page, shape.get());
    if (cut.isEmpty()) {
      return new Whole(model.read(page, tokenCount));
    }
    List<PageAnswer> answers =
        model.readPieces(cut.stream().map(PagePiece::image).toList(), tokenCount);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      pieces.add(Piece.of(cut.get(i), answers.get(i)));
    }
    return new Pieces(List.copyOf(pieces));
  }

  private static PageReading reading(PageAnswer answer, PageSize page) {
    return answer.confidence() == null
        ? ModelOutputReader.read(answer.text(), answer.seen(), page)
        : ModelOutputReader.read(answer.text(), answer.seen(), page, answer.confidence());
  }
}

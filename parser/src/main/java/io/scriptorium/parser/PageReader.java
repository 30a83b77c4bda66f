package io.scriptorium.parser;

import io.scriptorium.htmlschema.ModelOutputReader;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.assembly.PieceJoiner;
import io.scriptorium.htmlschema.assembly.ReadPiece;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageResult.Usage;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.renderer.PageCutter;
import io.scriptorium.renderer.PagePiece;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Puts a page to the model, whole or piece by piece, and reads what it answers. */
final class PageReader {
  private final PageModel model;

  /**
   * A page as the model is shown it.
   *
   * @param pieces the page in pieces; empty if the model sees it whole
   */
  record Views(RasterImage page, List<PagePiece> pieces) {
    List<RasterImage> pictures() {
      return pieces.isEmpty() ? List.of(page) : pieces.stream().map(PagePiece::image).toList();
    }
  }

  /** What the model answered for one page. */
  sealed interface Answers {
    /** Why the answers ended: one reason, or those of the pieces. */
    Set<End> ends();

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
    public Set<End> ends() {
      return Set.of(answer.end());
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
    public Set<End> ends() {
      return pieces.stream().map(piece -> piece.answer().end()).collect(Collectors.toSet());
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

  /** Cuts a page as its model wants it. */
  Views views(RasterImage page) {
    Optional<PieceShape> shape = model.pieces();
    return new Views(page, shape.isEmpty() ? List.of() : PageCutter.cut(page, shape.get()));
  }

  /**
   * Asks the model what is on the page.
   *
   * @param tokenCount called with the number of tokens emitted so far
   * @throws ParseException if the model cannot answer
   */
  Answers ask(Views views, IntConsumer tokenCount) throws ParseException {
    if (views.pieces().isEmpty()) {
      return new Whole(model.read(views.page(), tokenCount));
    }
    List<PageAnswer> answers = model.readPieces(views.pictures(), tokenCount);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      pieces.add(Piece.of(views.pieces().get(i), answers.get(i)));
    }
    return new Pieces(List.copyOf(pieces));
  }

  /**
   * Asks the model for key values on the page.
   *
   * @param tokenCount called with the number of tokens emitted so far
   * @throws ParseException if the model cannot answer
   */
  PageValues extract(Views views, KeyTemplate keys, IntConsumer tokenCount) throws ParseException {
    return PageValues.of(model.extract(views.pictures(), keys, tokenCount), keys);
  }

  private static PageReading reading(PageAnswer answer, PageSize page) {
    return answer.confidence() == null
        ? ModelOutputReader.read(answer.text(), answer.seen(), page)
        : ModelOutputReader.read(answer.text(), answer.seen(), page, answer.confidence());
  }
}

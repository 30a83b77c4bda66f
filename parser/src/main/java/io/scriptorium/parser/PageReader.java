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
import io.scriptorium.renderer.PieceHalves;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Puts a page to the model, whole or piece by piece, and reads what it answers. */
final class PageReader {
  /** How often a piece is parted in two whose answer was cut off. */
  private static final int MOST_HALVINGS = 2;

  /** Cells across that a page may have to be parted. */
  private static final int MOST_CELLS = 300;

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

  /**
   * The answers for the pieces of a page.
   *
   * @param givenUp answers that were cut off, whose parts of the page were read again
   */
  private record Pieces(List<Piece> pieces, List<PageAnswer> givenUp) implements Answers {
    @Override
    public Set<End> ends() {
      return pieces.stream().map(piece -> piece.answer().end()).collect(Collectors.toSet());
    }

    @Override
    public Usage usage() {
      return Usage.of(pieces.stream().map(Piece::answer).toList(), givenUp);
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
   * Asks the model what is on the page. Where an answer is cut off, its part of the page is read
   * again in smaller pieces.
   *
   * @param tokenCount called with the number of tokens emitted so far
   * @throws ParseException if the model cannot answer
   */
  Answers ask(Views views, IntConsumer tokenCount) throws ParseException {
    Attempts attempts = new Attempts(model, tokenCount);
    if (!views.pieces().isEmpty()) {
      return attempts.pieces(views.pieces(), MOST_HALVINGS);
    }
    PageAnswer whole = model.read(views.page(), tokenCount);
    Optional<PieceShape> shape = whole.end().whole() ? Optional.empty() : part(views.page());
    List<PagePiece> parts = shape.isEmpty() ? List.of() : PageCutter.cut(views.page(), shape.get());
    if (parts.size() < 2) {
      return new Whole(whole);
    }
    attempts.giveUp(whole);
    return attempts.pieces(parts, 0);
  }

  /** About a third of a page; nothing if the page is too small to be parted. */
  private static Optional<PieceShape> part(RasterImage page) {
    int cells = (page.width() + PieceShape.CELL - 1) / PieceShape.CELL;
    int down = Math.min(cells / 2, page.height() / PieceShape.CELL / 3);
    return down < 1 || cells > MOST_CELLS
        ? Optional.empty()
        : Optional.of(new PieceShape(cells * PieceShape.CELL, down * PieceShape.CELL));
  }

  /** Asks again what was cut off. */
  private static final class Attempts {
    private final PageModel model;
    private final IntConsumer tokenCount;
    private final List<PageAnswer> givenUp = new ArrayList<>();
    private int tokens;

    Attempts(PageModel model, IntConsumer tokenCount) {
      this.model = model;
      this.tokenCount = tokenCount;
    }

    void giveUp(PageAnswer answer) {
      givenUp.add(answer);
      tokens += answer.tokens();
    }

    Pieces pieces(List<PagePiece> cut, int halvings) throws ParseException {
      List<Piece> pieces = read(cut, halvings).stream().flatMap(List::stream).toList();
      return new Pieces(pieces, List.copyOf(givenUp));
    }

    /** For each of the pieces what it was read as in the end: itself, or parts of it. */
    private List<List<Piece>> read(List<PagePiece> cut, int halvings) throws ParseException {
      int before = tokens;
      List<PageAnswer> answers =
          model.readPieces(
              cut.stream().map(PagePiece::image).toList(),
              count -> tokenCount.accept(before + count));
      List<List<PagePiece>> halves = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        boolean again = halvings > 0 && !answers.get(i).end().whole();
        halves.add(again ? PieceHalves.of(cut.get(i)) : List.of());
        tokens += answers.get(i).tokens();
      }
      List<PagePiece> all = halves.stream().flatMap(List::stream).toList();
      Iterator<List<Piece>> finer =
          (all.isEmpty() ? List.<List<Piece>>of() : read(all, halvings - 1)).iterator();
      List<List<Piece>> read = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        if (halves.get(i).isEmpty()) {
          read.add(List.of(Piece.of(cut.get(i), answers.get(i))));
        } else {
          givenUp.add(answers.get(i));
          List<Piece> parts = new ArrayList<>(finer.next());
          parts.addAll(finer.next());
          read.add(parts);
        }
      }
      return read;
    }
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

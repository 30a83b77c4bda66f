package io.scriptorium.parser;

import io.scriptorium.htmlschema.ModelOutputReader;
import io.scriptorium.htmlschema.Page;
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
import io.scriptorium.renderer.PieceInk;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a page to the model, whole or piece by piece, and reads what it answers. */
final class PageReader {
  /** How often a piece is parted in two whose answer was cut off. */
  private static final int MOST_HALVINGS = 2;

  /** Parts of a page; a long strip would have many more, each as costly as the page. */
  private static final int MOST_PARTS = 8;

  /** Cells across that a page may have to be parted. */
  private static final int MOST_CELLS = 300;

  /** Cells down that a part has at least. */
  private static final int LEAST_CELLS = 4;

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

  /**
   * A piece without its pixels.
   *
   * @param ink to which boxes are brought; null where the model needs no help with them
   */
  private record Piece(
      PageAnswer answer,
      PageSize size,
      int left,
      int top,
      double slope,
      boolean goesOn,
      @Nullable PieceInk ink) {
    static Piece of(PagePiece piece, PageAnswer answer, @Nullable PieceInk ink) {
      PageSize size = new PageSize(piece.width(), piece.height());
      return new Piece(answer, size, piece.left(), piece.top(), piece.slope(), piece.goesOn(), ink);
    }

    ReadPiece read() {
      PageReading guessed = reading(answer, size);
      Page page = ink == null ? guessed.page() : FittedBoxes.of(guessed.page(), ink);
      return new ReadPiece(new PageReading(page, guessed.repairs()), left, top, slope, goesOn);
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
    if (!views.pieces().isEmpty()) {
      return new Attempts(model, tokenCount).pieces(views.pieces());
    }
    PageAnswer whole = model.read(views.page(), tokenCount);
    return whole.end().whole()
        ? new Whole(whole)
        : SecondTry.or(new Whole(whole), () -> inParts(whole, views.page(), tokenCount));
  }

  /** Reads a page in a few parts, one by one, as the model may have no room for several. */
  private Answers inParts(PageAnswer whole, RasterImage page, IntConsumer tokenCount)
      throws ParseException {
    Optional<PieceShape> shape = part(page);
    List<PagePiece> parts = shape.isEmpty() ? List.of() : PageCutter.cut(page, shape.get());
    if (parts.size() < 2 || parts.size() > MOST_PARTS) {
      return new Whole(whole);
    }
    List<Piece> pieces = new ArrayList<>();
    int tokens = whole.allTokens();
    for (PagePiece part : parts) {
      int before = tokens;
      PageAnswer answer = model.read(part.image(), count -> tokenCount.accept(before + count));
      pieces.add(Piece.of(part, answer, null));
      tokens += answer.allTokens();
    }
    return new Pieces(List.copyOf(pieces), List.of(whole));
  }

  /** About a third of a page's height; nothing if that is too little for a few lines. */
  private static Optional<PieceShape> part(RasterImage page) {
    int cells = (page.width() + PieceShape.CELL - 1) / PieceShape.CELL;
    int down = Math.min(cells / 2, page.height() / PieceShape.CELL / 3);
    return down < LEAST_CELLS || cells > MOST_CELLS
        ? Optional.empty()
        : Optional.of(new PieceShape(cells * PieceShape.CELL, down * PieceShape.CELL));
  }

  /** Reads pieces, and the halves of those whose answers were cut off. */
  private static final class Attempts {
    private final PageModel model;
    private final IntConsumer tokenCount;
    private final List<PageAnswer> givenUp = new ArrayList<>();
    private int tokens;

    Attempts(PageModel model, IntConsumer tokenCount) {
      this.model = model;
      this.tokenCount = tokenCount;
    }

    Pieces pieces(List<PagePiece> cut) throws ParseException {
      List<Piece> pieces = read(cut, MOST_HALVINGS).stream().flatMap(List::stream).toList();
      return new Pieces(pieces, List.copyOf(givenUp));
    }

    /** For each of the pieces what it was read as in the end: itself, or parts of it. */
    private List<List<Piece>> read(List<PagePiece> cut, int halvings) throws ParseException {
      int before = tokens;
      List<PageAnswer> answers =
          model.readPieces(
              cut.stream().map(PagePiece::image).toList(),
              count -> tokenCount.accept(before + count));
      tokens += answers.stream().mapToInt(PageAnswer::allTokens).sum();
      List<List<Piece>> read = new ArrayList<>();
      List<Integer> cutOff = new ArrayList<>();
      List<PagePiece> halves = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        read.add(List.of(Piece.of(cut.get(i), answers.get(i), PieceInk.of(cut.get(i)))));
        if (halvings > 0 && !answers.get(i).end().whole()) {
          List<PagePiece> both = PieceHalves.of(cut.get(i));
          halves.addAll(both);
          if (!both.isEmpty()) {
            cutOff.add(i);
          }
        }
      }
      List<List<Piece>> finer =
          halves.isEmpty() ? List.of() : SecondTry.or(List.of(), () -> read(halves, halvings - 1));
      for (int i = 0; i < finer.size(); i += 2) {
        int piece = cutOff.get(i / 2);
        givenUp.add(answers.get(piece));
        List<Piece> parts = new ArrayList<>(finer.get(i));
        parts.addAll(finer.get(i + 1));
        read.set(piece, parts);
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

package io.scriptorium.parser;

import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.ReadingText;
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

/** Puts a page to the model, whole or piece by piece, and reads what it answers. */
final class PageReader {
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
  interface Answers {
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
      return answer.reading(page);
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
      return new PieceReader(model, tokenCount).read(views.pieces());
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
    List<AnsweredPiece> pieces = new ArrayList<>();
    int tokens = whole.allTokens();
    for (PagePiece part : parts) {
      int before = tokens;
      PageAnswer answer = model.read(part.image(), count -> tokenCount.accept(before + count));
      pieces.add(AnsweredPiece.of(part, answer, null));
      tokens += answer.allTokens();
    }
    return new AnsweredPieces(List.copyOf(pieces), List.of(whole));
  }

  /** About a third of a page's height; nothing if that is too little for a few lines. */
  private static Optional<PieceShape> part(RasterImage page) {
    int cells = (page.width() + PieceShape.CELL - 1) / PieceShape.CELL;
    int down = Math.min(cells / 2, page.height() / PieceShape.CELL / 3);
    return down < LEAST_CELLS || cells > MOST_CELLS
        ? Optional.empty()
        : Optional.of(new PieceShape(cells * PieceShape.CELL, down * PieceShape.CELL));
  }

  /**
   * Asks the model for key values on the page.
   *
   * @param read what was read on it
   * @param tokenCount called with the number of tokens emitted so far
   * @throws ParseException if the model cannot answer
   */
  PageValues extract(Views views, Page read, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    ReadPage page = new ReadPage(views.pictures(), ReadingText.inBlocks(read));
    return PageValues.of(model.extract(page, keys, tokenCount), keys);
  }
}

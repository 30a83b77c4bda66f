package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageReading;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.htmlschema.assembly.FigureCaptions;
import io.scriptorium.htmlschema.assembly.FormField;
import io.scriptorium.htmlschema.assembly.FormulaNumbers;
import io.scriptorium.htmlschema.assembly.LateBlocks;
import io.scriptorium.htmlschema.assembly.Moved;
import io.scriptorium.htmlschema.assembly.PassedHeadings;
import io.scriptorium.htmlschema.assembly.ReadPiece;
import io.scriptorium.htmlschema.assembly.StrayHeadings;
import io.scriptorium.htmlschema.assembly.TableColumns;
import io.scriptorium.renderer.PagePiece;
import io.scriptorium.renderer.PieceInk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece without its pixels, and what the model answered. Lengths are pixels of the page.
 *
 * @param fitted what was answered, from its own upper left corner, with boxes where the ink is
 * @param isField whether it is one field of a form as a whole
 * @param twoLines how high two lines of its type are
 * @param ink to which boxes are brought; null where the model needs no help with them
 * @param unread what lay in none of its blocks and was read by itself
 */
record AnsweredPiece(
    PageAnswer answer,
    PageReading fitted,
    PageSize size,
    int left,
    int top,
    double slope,
    boolean goesOn,
    boolean isField,
    int twoLines,
    @Nullable PieceInk ink,
    List<AnsweredPiece> unread) {
  /** Pixels of a piece's picture for two lines of type, which it shows in a usual size. */
  private static final int TWO_LINES = 60;

  static AnsweredPiece of(PagePiece piece, PageAnswer answer, @Nullable PieceInk ink) {
    PageSize size = new PageSize(piece.width(), piece.height());
    PageReading guessed = answer.reading(size);
    Page page = ink == null ? guessed.page() : FittedBoxes.of(guessed.page(), ink);
    return new AnsweredPiece(
        answer,
        new PageReading(page, guessed.repairs()),
        size,
        piece.left(),
        piece.top(),
        piece.slope(),
        piece.goesOn(),
        piece.isField(),
        TWO_LINES * piece.height() / piece.image().height(),
        ink,
        List.of());
  }

  /** The same with a part that lay in none of its blocks. */
  AnsweredPiece with(AnsweredPiece part) {
    List<AnsweredPiece> parts = new ArrayList<>(unread);
    parts.add(part);
    return new AnsweredPiece(
        answer, fitted, size, left, top, slope, goesOn, isField, twoLines, ink, List.copyOf(parts));
  }

  /** The same with what was said about a part of it given up. */
  AnsweredPiece without(AnsweredPiece part) {
    PageAnswer own = part.answers().reduce(answer, PageAnswer::insteadOf);
    return new AnsweredPiece(
        own, fitted, size, left, top, slope, goesOn, isField, twoLines, ink, unread);
  }

  /** All that the model said about it. */
  Stream<PageAnswer> answers() {
    return Stream.concat(Stream.of(answer), unread.stream().map(AnsweredPiece::answer));
  }

  /** Its blocks, from its own upper left corner. */
  List<Block> blocks() {
    return fitted.page().blocks();
  }

  /** Its first or last block if that is a table. */
  Optional<Table> table(boolean first) {
    List<Block> blocks = blocks();
    return (first ? blocks.stream() : blocks.stream().skip(Math.max(0, blocks.size() - 1)))
        .findFirst()
        .filter(Table.class::isInstance)
        .map(Table.class::cast);
  }

  /** The columns of one of its tables from the left edge of the page, if they are known. */
  Optional<TableColumns> columns(Table table) {
    return ink == null
        ? Optional.empty()
        : FittedBoxes.columns(table, size, ink).map(columns -> columns.moved(left));
  }

  /**
   * The same with the cells of the table that is its first or last block in other columns.
   *
   * @param known from the left edge of the page
   */
  AnsweredPiece inColumns(boolean first, TableColumns known) {
    Optional<Table> table = table(first);
    if (ink == null || table.isEmpty()) {
      return this;
    }
    List<Block> blocks = new ArrayList<>(blocks());
    blocks.set(
        first ? 0 : blocks.size() - 1,
        FittedBoxes.inColumns(table.get(), size, ink, known.moved(-left)));
    PageReading placed = new PageReading(new Page(size, blocks), fitted.repairs());
    return new AnsweredPiece(
        answer, placed, size, left, top, slope, goesOn, isField, twoLines, ink, unread);
  }

  /** Where nothing is left to be read; a figure may have a caption at its foot. */
  List<PieceInk.Box> taken() {
    return FittedBoxes.taken(fitted.page(), ink);
  }

  /** Heights of the lines of its running text, where that has more than one. */
  IntStream textLines() {
    return ink == null
        ? IntStream.empty()
        : blocks().stream()
            .filter(PassedHeadings::isRunningText)
            .map(block -> ink.lines(FittedBoxes.box(block.box())))
            .filter(lines -> lines.size() > 1)
            .flatMapToInt(lines -> lines.stream().mapToInt(line -> line.bottom() - line.top()));
  }

  boolean isTable() {
    return blocks().size() == 1 && beginsWithTable();
  }

  boolean beginsWithTable() {
    return table(true).isPresent();
  }

  boolean endsWithTable() {
    return table(false).isPresent();
  }

  /**
   * What was read of it.
   *
   * @param afterTable whether what is read before it ends with a table
   * @param beforeTable whether what is read next begins with one
   * @param lineHeight of the page's running text
   */
  ReadPiece read(boolean afterTable, boolean beforeTable, int lineHeight) {
    Page page = fitted.page();
    for (AnsweredPiece part : unread) {
      Moved moved = new Moved(part.left - left, part.top - top, size);
      Page found = FigureCaptions.in(new Page(part.size, part.blocks()));
      List<Block> late = found.blocks().stream().map(moved::block).toList();
      page = ink == null ? page : FittedBoxes.aboveCaptions(page, late, ink);
      page = LateBlocks.into(page, late, twoLines);
    }
    page = FormulaNumbers.in(isField ? FormField.in(page) : page);
    if (ink != null) {
      page = StrayHeadings.in(FittedBoxes.withPictures(page, ink));
      page = FittedBoxes.withHeadings(page, ink, lineHeight);
      page = FittedBoxes.withoutLooseTables(page, ink, afterTable, beforeTable);
    }
    List<BoundingBox> lines = ink == null ? List.of() : FittedBoxes.tableLines(page, ink);
    return new ReadPiece(new PageReading(page, fitted.repairs()), left, top, slope, goesOn, lines);
  }
}

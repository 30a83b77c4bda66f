package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.htmlschema.assembly.BoxesApart;
import io.scriptorium.htmlschema.assembly.FramedFields;
import io.scriptorium.htmlschema.assembly.LateBlocks;
import io.scriptorium.htmlschema.assembly.LateCaptions;
import io.scriptorium.htmlschema.assembly.LooseColumns;
import io.scriptorium.htmlschema.assembly.LooseRows;
import io.scriptorium.htmlschema.assembly.Overreach;
import io.scriptorium.htmlschema.assembly.ParagraphBreaks;
import io.scriptorium.htmlschema.assembly.PassedHeadings;
import io.scriptorium.htmlschema.assembly.Reboxed;
import io.scriptorium.htmlschema.assembly.RuledColumns;
import io.scriptorium.htmlschema.assembly.TableColumns;
import io.scriptorium.renderer.PieceInk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the blocks of a piece to what it shows: boxes around the ink that they lie on, those of
 * type around its lines, those of charts and images around what is drawn; paragraphs that white
 * parts, and pictures that are no charts or were passed over. A model that reads pieces sees type
 * enlarged, and is a few pixels off.
 */
final class FittedBoxes {
  private static final Pattern DESCENDERS = Pattern.compile("[gjpqyQçÇ()\\[\\]{}|/@$;]");

  private static final Pattern TICKED = Pattern.compile("[☐☑]");

  /** Blocks beside one that is brought to its place; a page of noise has more in a piece. */
  private static final int MOST_PLACED = 100;

  /** How many times as high as what is no type in it the lines of a table are. */
  private static final int LOWER = 2;

  /** Pixels between the parts of a picture of which the model saw one. */
  private static final int TOUCHING = 4;

  private static final double SAME_ROWS = 0.8;

  private final PageSize size;
  private final PieceInk ink;

  private FittedBoxes(PageSize size, PieceInk ink) {
    this.size = size;
    this.ink = ink;
  }

  static Page of(Page piece, PieceInk ink) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    List<Block> blocks = new ArrayList<>(piece.blocks());
    blocks.replaceAll(fitted::type);
    each(blocks, fitted::freed);
    each(blocks, fitted::placed);
    List<Block> texts = blocks;
    blocks = RuledColumns.in(texts, box -> ink.hasRule(box(box)));
    each(blocks, (block, others) -> texts.contains(block) ? block : fitted.framed(block, others));
    blocks = FramedFields.in(blocks, box -> ink.frame(box(box)).map(fitted::box));
    blocks = new ArrayList<>(blocks.stream().flatMap(fitted::parted).toList());
    each(blocks, fitted::extended);
    each(blocks, fitted::figure);
    each(blocks, BoxesApart::of);
    blocks.replaceAll(fitted::inColumns);
    return new Page(piece.size(), blocks);
  }

  private Block type(Block block) {
    if (!block.isType()) {
      return block;
    }
    if (block instanceof Formula) {
      return Reboxed.block(block, box -> box(ink.fittedFormula(box(box))));
    }
    boolean descends = descends(block);
    return Reboxed.block(block, box -> box(ink.fitted(box(box), descends)));
  }

  /** Changes each block by what the others are. */
  private static void each(List<Block> blocks, BiFunction<Block, List<Block>, Block> change) {
    for (int i = 0; i < blocks.size(); i++) {
      List<Block> others = new ArrayList<>(blocks);
      Block block = others.remove(i);
      blocks.set(i, change.apply(block, others));
    }
  }

  /** What reaches over others is where it has type that they have not. */
  private Block freed(Block block, List<Block> others) {
    List<Block> over = Overreach.over(block, others, box -> ink.amount(box(box)));
    if (!over.isEmpty()) {
      return outside(block, over);
    }
    List<Block> beside = Overreach.beside(block, others);
    Block free = beside.isEmpty() ? block : outside(block, beside);
    return Overreach.isApart(free.box(), beside) ? free : block;
  }

  private Block outside(Block block, List<Block> others) {
    PieceInk.Box left = ink.outside(box(block.box()), boxes(others));
    return type(Reboxed.block(block, old -> box(left)));
  }

  /**
   * Brings to free ink what lies on none, where a larger block of type is that says something else,
   * or where another one belongs.
   */
  private Block placed(Block block, List<Block> others) {
    PieceInk.Box box = box(block.box());
    boolean isStray =
        isFigure(block)
            ? !ink.hasInk(box) && !ink.hasColour(box)
            : isMovable(block) && (!ink.hasInk(box) || Overreach.isDisplaced(block, others));
    if (!isStray || others.size() >= MOST_PLACED) {
      return block;
    }
    PieceInk.Box found = ink.onFreeInk(box, boxes(others));
    return found.equals(box) ? block : type(Reboxed.block(block, old -> box(found)));
  }

  /** Items of a list have boxes of their own. */
  private static boolean isMovable(Block block) {
    return block.isType() && !(block instanceof ListBlock);
  }

  /** What is drawn around a block belongs to it as far as no other begins. */
  private Block framed(Block block, List<Block> others) {
    return Reboxed.block(block, box -> box(ink.fittedFigure(box(box), boxes(others))));
  }

  /** Paragraphs that were read as one. */
  private Stream<Block> parted(Block block) {
    if (!(block instanceof Paragraph paragraph)) {
      return Stream.of(block);
    }
    List<BoundingBox> lines = ink.lines(box(block.box())).stream().map(this::box).toList();
    List<Block> parts = ParagraphBreaks.in(paragraph, lines);
    return parts.size() == 1 ? Stream.of(block) : parts.stream().map(this::type);
  }

  /**
   * A formula reaches as far as its brackets, and to its number if that was read, and a text to its
   * box to tick.
   */
  private Block extended(Block block, List<Block> others) {
    if (block instanceof Formula formula) {
      Block whole = Reboxed.block(block, box -> box(ink.withBrackets(box(box), boxes(others))));
      return formula.isNumbered()
          ? Reboxed.block(whole, box -> box(ink.toTheRight(box(box), boxes(others))))
          : whole;
    }
    return block instanceof Paragraph text && TICKED.matcher(text.text()).lookingAt()
        ? Reboxed.block(block, box -> box(ink.withTick(box(box), boxes(others))))
        : block;
  }

  /** A picture ends above the rule that it stands on. */
  private Block figure(Block block, List<Block> others) {
    if (!isFigure(block)) {
      return block;
    }
    Block drawn = drawn(block, others);
    return block instanceof Image
        ? Reboxed.block(drawn, box -> box(ink.aboveRule(box(box))))
        : drawn;
  }

  /** A figure ends where other blocks begin. What is full of colours is no chart. */
  private Block drawn(Block figure, List<Block> others) {
    Block fitted = framed(figure, others);
    return fitted instanceof Chart chart && ink.isPicture(box(chart.box()))
        ? new Image(chart.box(), chart.marks())
        : fitted;
  }

  private static boolean isFigure(Block block) {
    return block instanceof Chart || block instanceof Image;
  }

  /** The piece with the pictures that lie in none of its blocks. */
  static Page withPictures(Page piece, PieceInk ink) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    Page found = piece;
    for (PieceInk.Box picture : ink.pictures(boxes(piece.blocks()))) {
      found = withPicture(found, fitted.box(picture));
    }
    return found;
  }

  /** The piece with headings where paragraphs are ones; see {@link PassedHeadings}. */
  static Page withHeadings(Page piece, PieceInk ink, int lineHeight) {
    return PassedHeadings.in(piece, lineHeight, box -> ink.lines(box(box)).size() == 1);
  }

  /** The piece with texts where a table is none; see {@link LooseRows}, {@link LooseColumns}. */
  static Page withoutLooseTables(
      Page piece, PieceInk ink, boolean afterTable, boolean beforeTable) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    Page columns = LooseColumns.in(piece, afterTable, beforeTable, fitted::columnsApart);
    return LooseRows.in(columns, afterTable, beforeTable, fitted::apart);
  }

  private List<BoundingBox> columnsApart(BoundingBox table, int count) {
    PieceInk.Box box = box(table);
    List<PieceInk.Box> columns =
        ink.hasRule(box) || ink.frame(box).isPresent() ? List.of() : ink.columns(box, count);
    return columns.stream().map(column -> ink.fitted(column, true)).map(this::box).toList();
  }

  private List<BoundingBox> apart(BoundingBox row) {
    PieceInk.Box box = box(row);
    List<PieceInk.Box> parts = ink.apart(box);
    boolean isRuled =
        ink.hasRule(box)
            || ink.frame(box).isPresent()
            || parts.stream().anyMatch(part -> ink.frame(part).isPresent());
    return isRuled ? List.of() : parts.stream().map(this::box).toList();
  }

  /** A table with its cells in the columns that its own rows show. */
  private Block inColumns(Block block) {
    if (!(block instanceof Table table)) {
      return block;
    }
    TableColumns.Type type = type(table);
    return TableColumns.of(table, type).map(own -> own.placed(table, type)).orElse(table);
  }

  private TableColumns.Type type(Table table) {
    return new TableColumns.Type(
        withoutDust(ink.linesBetweenRules(box(table.box()))),
        line -> ink.runs(box(line)).stream().map(this::box).toList());
  }

  /** The columns that the rows of a table show. */
  static Optional<TableColumns> columns(Table table, PageSize size, PieceInk ink) {
    return TableColumns.of(table, new FittedBoxes(size, ink).type(table));
  }

  /** A table with its cells in columns that are known, unless its own rows show as many. */
  static Table inColumns(Table table, PageSize size, PieceInk ink, TableColumns known) {
    TableColumns.Type type = new FittedBoxes(size, ink).type(table);
    boolean isShown =
        TableColumns.of(table, type).filter(own -> own.count() >= known.count()).isPresent();
    return isShown ? table : known.placed(table, type);
  }

  /** As a part of the image right beside it, if there is one, else as an image of its own. */
  private static Page withPicture(Page page, BoundingBox picture) {
    List<Block> blocks = new ArrayList<>(page.blocks());
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Image image && isBeside(image.box(), picture)) {
        blocks.set(i, new Image(image.box().union(picture), image.marks()));
        return new Page(page.size(), blocks);
      }
    }
    return LateBlocks.with(page, new Image(picture, Marks.NONE));
  }

  /** Whether boxes all but touch and share most of their rows. */
  private static boolean isBeside(BoundingBox one, BoundingBox other) {
    int rows = Math.min(one.y2(), other.y2()) - Math.max(one.y1(), other.y1());
    int gap = Math.max(one.x1(), other.x1()) - Math.min(one.x2(), other.x2());
    return gap <= TOUCHING && rows >= SAME_ROWS * Math.max(height(one), height(other));
  }

  /** Boxes of the blocks of a piece, of figures without what may be a caption at their foot. */
  static List<PieceInk.Box> taken(Page piece, @Nullable PieceInk ink) {
    return piece.blocks().stream()
        .map(
            block ->
                ink != null && isFigure(block)
                    ? ink.withoutFoot(box(block.box()))
                    : box(block.box()))
        .toList();
  }

  /** The piece with figures that end above their captions, which were read by themselves. */
  static Page aboveCaptions(Page piece, List<Block> late, PieceInk ink) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    return LateCaptions.in(piece, late, figure -> fitted.drawn(figure, late));
  }

  /** The lines of type in the tables of a piece, without dust and rules. */
  static List<BoundingBox> tableLines(Page piece, PieceInk ink) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    return fitted.withoutDust(
        piece.blocks().stream()
            .filter(Table.class::isInstance)
            .flatMap(table -> ink.lines(box(table.box())).stream())
            .toList());
  }

  /** The lines that are as high as type is among them. */
  private List<BoundingBox> withoutDust(List<PieceInk.Box> found) {
    List<BoundingBox> lines = found.stream().map(this::box).toList();
    int[] heights = lines.stream().mapToInt(FittedBoxes::height).sorted().toArray();
    return lines.stream()
        .filter(line -> LOWER * height(line) >= heights[heights.length / 2])
        .toList();
  }

  private static int height(BoundingBox line) {
    return line.y2() - line.y1();
  }

  private static List<PieceInk.Box> boxes(List<Block> blocks) {
    return blocks.stream().map(block -> box(block.box())).toList();
  }

  /** Whether letters of its last line reach below it, or may do so. */
  private static boolean descends(Block block) {
    // A list has a box for each item.
    if (block instanceof ListBlock) {
      return true;
    }
    // Of a text of several lines it is not known where the last one begins.
    String text = ReadingText.of(block);
    return text.isBlank() || DESCENDERS.matcher(text).find();
  }

  static PieceInk.Box box(BoundingBox box) {
    return new PieceInk.Box(box.x1(), box.y1(), box.x2(), box.y2());
  }

  private BoundingBox box(PieceInk.Box box) {
    return BoundingBox.within(size, box.left(), box.top(), box.right(), box.bottom());
  }
}

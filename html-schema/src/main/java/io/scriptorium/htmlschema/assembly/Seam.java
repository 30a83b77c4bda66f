package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ListItem;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two blocks that follow each other and may be one.
 *
 * @param upper the first one, as it lies on a page that was levelled
 * @param lower the other one
 * @param cut whether they were read in two pieces, with nothing between them but the rest of an
 *     item
 * @param goesOn see {@link ReadPiece#goesOn()}
 * @param evenly whether both are tables and the lines of one follow on those of the other as they
 *     follow on each other
 */
record Seam(Block upper, Block lower, boolean cut, boolean goesOn, boolean evenly) {
  /** The share of the narrower part's width that both cover, of whatever kind they are. */
  private static final double BELOW = 0.5;

  /** The share of the wider part's width that both parts of a table cover. */
  private static final double SAME_WIDTH = 0.85;

  /** Between parts of a table, in heights of a row. Two tables have more between them. */
  private static final double CLOSE = 1;

  /**
   * The same where one part was read with more columns, or the lower one has heads: no more than
   * there is between rows.
   */
  private static final double TOUCHING = 0.25;

  /** Between parts of a list, in heights of its lowest item. */
  private static final double ITEMS_CLOSE = 1.5;

  /**
   * How far the left sides of a list's parts may lie from each other, in heights of its lowest
   * item.
   */
  private static final double SAME_SIDE = 0.5;

  /** How far the rest of an item may stand farther right than the list, in the lesser height. */
  private static final double MOST_INDENTED = 4;

  /** Between texts, in heights of the one that is less high. */
  private static final double NEXT_LINE = 0.5;

  /**
   * Between the lines of a heading, in heights of the one that is less high. Headings that follow
   * each other have more between them.
   */
  private static final double LINES_CLOSE = 0.4;

  /** How much higher the lower line of a heading is at most. */
  private static final double AS_HIGH = 1.3;

  private static final Pattern END = Pattern.compile("[.!?:;…]\\s*$");

  /**
   * What the next heading begins with: {@code 2}, {@code (2)}, {@code § 2}, {@code II.}, {@code
   * B)}.
   */
  private static final Pattern NUMBER =
      Pattern.compile("\\s*(?:[(§]?\\s*\\p{N}|[IVXLC]+\\.|\\p{Lu}[.)])");

  private static final Pattern LOWER_CASE = Pattern.compile("\\s*\\p{Ll}");

  boolean isOne() {
    if (upper instanceof Table begun && lower instanceof Table rest) {
      return isOneTable(begun.grid(), rest.grid());
    }
    if (upper instanceof ListBlock begun && lower instanceof ListBlock rest) {
      return cut && begun.ordered() == rest.ordered() && isOneList(begun, rest);
    }
    if (isNextItem()) {
      return true;
    }
    if (isItem()) {
      return cut && isRestOfItem(((ListBlock) upper).items(), ((Paragraph) lower).text());
    }
    if (upper instanceof Heading begun && lower instanceof Heading rest) {
      return begun.level() == rest.level() && isOneHeading(begun.text(), rest.text());
    }
    if (upper instanceof Caption begun) {
      return isOneCaption(begun.text());
    }
    return upper instanceof Paragraph begun
        && lower instanceof Paragraph rest
        && (goesOnBelow() || isOneSentence(begun.text(), rest.text()));
  }

  /** Whether it is between a list and a text, which may be the rest of its last item. */
  boolean isItem() {
    return upper instanceof ListBlock && lower instanceof Paragraph;
  }

  /**
   * Whether it is between an ordered list and a text with the number of the next item that stands
   * below the others.
   */
  boolean isNextItem() {
    if (!(upper instanceof ListBlock list
        && list.ordered()
        && (lower instanceof Paragraph || lower instanceof Heading))) {
      return false;
    }
    int line = Math.min(lowestItem(list), height(lower.box()));
    if (lower instanceof Heading && height(lower.box()) > AS_HIGH * lowestItem(list)) {
      return false;
    }
    return ItemMark.of(ReadingText.of(lower))
            .filter(mark -> mark.number() == list.items().size() + 1)
            .isPresent()
        && Math.abs(upper.box().x1() - lower.box().x1()) <= SAME_SIDE * line
        && Math.abs(gap()) <= ITEMS_CLOSE * line;
  }

  /** Whether the lower line, which has no number of its own, is set as close as the next one. */
  private boolean isOneHeading(String begun, String rest) {
    return !END.matcher(begun).find()
        && !NUMBER.matcher(rest).lookingAt()
        && height(lower.box()) <= AS_HIGH * height(upper.box())
        && isBelow()
        && Math.abs(gap()) <= LINES_CLOSE * lowerHeight();
  }

  /**
   * Whether the lower text, be it told to be a caption or not, goes on amid the upper one's
   * sentence.
   */
  private boolean isOneCaption(String begun) {
    return (lower instanceof Caption || lower instanceof Paragraph)
        && isAmid(begun, ReadingText.of(lower))
        && isAligned()
        && isBelow()
        && isNextLine();
  }

  /** Whether the lower text goes on amid a sentence, right below the upper one. */
  private boolean isOneSentence(String begun, String rest) {
    return !begun.isBlank() && isAmid(begun, rest) && isAligned() && isNextLine();
  }

  /** Whether both have the same left side or the same middle. */
  private boolean isAligned() {
    BoundingBox one = upper.box();
    BoundingBox other = lower.box();
    int left = Math.abs(one.x1() - other.x1());
    int middle = Math.abs(one.x1() + one.x2() - other.x1() - other.x2()) / 2;
    return Math.min(left, middle) <= lowerHeight();
  }

  private static boolean isAmid(String begun, String rest) {
    return !END.matcher(begun).find() && LOWER_CASE.matcher(rest).lookingAt();
  }

  private boolean isNextLine() {
    return Math.abs(gap()) <= NEXT_LINE * lowerHeight();
  }

  /** Of the text that is less high. */
  private int lowerHeight() {
    return Math.min(height(upper.box()), height(lower.box()));
  }

  /** The last field in one row of a form and the first one in the next are beside each other. */
  private boolean goesOnBelow() {
    return cut && goesOn && isBelow();
  }

  private boolean isBelow() {
    return common() >= BELOW * Math.min(width(upper.box()), width(lower.box()));
  }

  private boolean isOneTable(Grid begun, Grid rest) {
    long rows = (long) begun.rows().size() + rest.rows().size();
    if (rows * Math.max(begun.columns(), rest.columns()) > Grid.MAX_PLACES) {
      return false;
    }
    boolean alike = begun.columns() == rest.columns() && !beginsWithHeads(rest);
    double row = Math.min(rowHeight(upper.box(), begun), rowHeight(lower.box(), rest));
    boolean asWide = common() >= SAME_WIDTH * Math.max(width(upper.box()), width(lower.box()));
    boolean near = gap() <= (alike ? CLOSE : TOUCHING) * row && gap() >= -row;
    boolean below = begun.columns() == rest.columns() && isBelow();
    boolean rowsGoOn = beginsWithHeads(rest) ? below && asWide : below || asWide || isUnderLast();
    return (evenly && rowsGoOn) || (alike && goesOnBelow()) || (cut && asWide && near);
  }

  /** Whether the lower part has fewer columns, which end where the upper one's do, as sums do. */
  boolean isUnderLast() {
    if (!(upper instanceof Table begun && lower instanceof Table rest)) {
      return false;
    }
    double row = rowHeight(upper.box(), begun.grid());
    return rest.grid().columns() > 1
        && rest.grid().columns() < begun.grid().columns()
        && Math.abs(upper.box().x2() - lower.box().x2()) <= row
        && lower.box().x1() - upper.box().x1() > row;
  }

  /** A first row of one cell may be a label that the whole part was read with. */
  private static boolean beginsWithHeads(Grid grid) {
    List<Cell> first = grid.rows().isEmpty() ? List.of() : grid.rows().get(0);
    // A model may leave out cells of a head, for which there are empty ones.
    return first.size() > 1
        && first.stream().anyMatch(Cell::header)
        && first.stream().allMatch(cell -> cell.header() || cell.text().isBlank());
  }

  private static double rowHeight(BoundingBox box, Grid grid) {
    return (double) height(box) / Math.max(1, grid.rows().size());
  }

  private boolean isOneList(ListBlock begun, ListBlock rest) {
    int item = Math.min(lowestItem(begun), lowestItem(rest));
    boolean aligned = Math.abs(upper.box().x1() - lower.box().x1()) <= SAME_SIDE * item;
    return goesOnBelow() || (aligned && Math.abs(gap()) <= ITEMS_CLOSE * item);
  }

  /**
   * Whether a text is the rest of a list's last item: it stands right of the list's left side or
   * goes on amid a sentence, and begins no sentence where the item has ended one.
   */
  private boolean isRestOfItem(List<ListItem> items, String rest) {
    if (items.isEmpty()) {
      return false;
    }
    int line = Math.min(lowestItem((ListBlock) upper), height(lower.box()));
    int indent = lower.box().x1() - upper.box().x1();
    boolean isIndented = indent >= SAME_SIDE * line && indent <= MOST_INDENTED * line;
    String item = items.get(items.size() - 1).text();
    boolean isOpen = !END.matcher(item).find() || LOWER_CASE.matcher(rest).lookingAt();
    boolean isAmid = isAmid(item, rest);
    boolean isNext = isBelow() && Math.abs(gap()) <= NEXT_LINE * line;
    return (goesOnBelow() && isOpen && (isIndented || isAmid)) || (isNext && isIndented && isAmid);
  }

  private static int lowestItem(ListBlock list) {
    return list.items().stream()
        .map(ListItem::box)
        .mapToInt(Seam::height)
        .min()
        .orElse(height(list.box()));
  }

  private int gap() {
    return lower.box().y1() - upper.box().y2();
  }

  private int common() {
    return Math.min(upper.box().x2(), lower.box().x2())
        - Math.max(upper.box().x1(), lower.box().x1());
  }

  private static int width(BoundingBox box) {
    return box.x2() - box.x1();
  }

  private static int height(BoundingBox box) {
    return box.y2() - box.y1();
  }
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts blocks of type that were found later to where they are read on their page. */
public final class LateBlocks {
  /** Characters of what is looked for in the text that is known. */
  private static final int GRAM = 3;

  /** Labels seldom have so many, half of them in lower case. */
  private static final int LEAST_WORDS = 4;

  private LateBlocks() {}

  /**
   * The page with those blocks: each before the first block that lies below it in its column or, in
   * the same rows, to the right of it; behind all others if there is none. What a block close to it
   * says already is left out; the box of a text or a table that says most of it is made larger. So
   * is left out what stands beside a figure and is neither caption nor running text, or in the rows
   * of a table, since it belongs to these.
   *
   * @param late all of one size of type
   * @param twoLines how high two lines are at most, in pixels, to tell what is close
   */
  public static Page into(Page page, List<Block> late, int twoLines) {
    int lowest =
        late.stream().mapToInt(block -> block.box().y2() - block.box().y1()).min().orElse(0);
    int reach = Math.min(twoLines, 2 * lowest);
    List<Block> blocks = new ArrayList<>(page.blocks());
    for (Block block : late) {
      boolean owned =
          page.blocks().stream()
              .anyMatch(other -> owns(other, block, reach) && !isEnded(page, other, block));
      if (block.isType() && !owned && isNew(block, page, reach)) {
        insert(block, blocks);
      } else if (isTextOrTable(block)
          && !ReadingText.of(block).isBlank()
          && !isOfFigure(block, page, reach)) {
        blocks.stream()
            .filter(LateBlocks::isTextOrTable)
            .filter(other -> isBeside(block.box(), other, reach) && isSaid(block, List.of(other)))
            .findFirst()
            .ifPresent(whole -> widen(whole, block.box(), blocks));
      }
    }
    return new Page(page.size(), blocks);
  }

  /**
   * Whether the characters of a block tell how much ink it has, and what it is apart from others:
   * items of a list have boxes of their own, and LaTeX has many characters for a sign.
   */
  static boolean isTextOrTable(Block block) {
    return block instanceof Table
        || (block.isType() && !(block instanceof ListBlock) && !(block instanceof Formula));
  }

  /** Makes a block reach around what was found of it if it meets no other one then. */
  private static void widen(Block block, BoundingBox part, List<Block> blocks) {
    BoundingBox whole = block.box().union(part);
    if (blocks.stream().noneMatch(other -> !other.equals(block) && isBeside(whole, other, 0))) {
      blocks.set(blocks.indexOf(block), Reboxed.block(block, box -> whole));
    }
  }

  /** The page with a block that is certainly new, to where it is read. */
  public static Page with(Page page, Block late) {
    List<Block> blocks = new ArrayList<>(page.blocks());
    insert(late, blocks);
    return new Page(page.size(), blocks);
  }

  private static void insert(Block late, List<Block> blocks) {
    int at = 0;
    while (at < blocks.size() && !isBefore(late.box(), blocks.get(at).box())) {
      at++;
    }
    blocks.add(at, late);
  }

  /**
   * Whether more than half of it is said neither close by nor in a table: the box of a table may
   * end several rows too soon.
   */
  private static boolean isNew(Block block, Page page, int reach) {
    return !isSaid(
        block,
        page.blocks().stream()
            .filter(other -> other instanceof Table || isBeside(block.box(), other, reach))
            .toList());
  }

  /** Whether half of a block's text at least is in that of others. */
  static boolean isSaid(Block block, List<Block> others) {
    Set<String> known = grams(others);
    Set<String> grams = grams(List.of(block));
    return 2 * grams.stream().filter(known::contains).count() >= grams.size();
  }

  private static Set<String> grams(List<Block> blocks) {
    Set<String> grams = new HashSet<>();
    String text =
        blocks.stream()
            .map(ReadingText::of)
            .collect(Collectors.joining())
            .replaceAll("\\s+", "")
            .toLowerCase(Locale.ROOT);
    for (int i = 0; i < text.length(); i++) {
      String gram = text.substring(i, Math.min(text.length(), i + GRAM));
      if (i == 0 || gram.length() == GRAM) {
        grams.add(gram);
      }
    }
    return grams;
  }

  private static boolean isOfFigure(Block block, Page page, int reach) {
    return page.blocks().stream()
        .anyMatch(other -> !(other instanceof Table) && owns(other, block, reach));
  }

  /** Whether a block lies so close by that another one may belong to it. */
  private static boolean owns(Block other, Block block, int reach) {
    if (!isBeside(block.box(), other, reach)) {
      return false;
    }
    return other instanceof Table
        ? sameRows(other.box(), block.box())
        : (other instanceof Chart || other instanceof Image) && isLabel(block, other);
  }

  /** Whether there is a caption between a figure and what lies below it. */
  private static boolean isEnded(Page page, Block figure, Block below) {
    return page.blocks().stream()
        .anyMatch(
            caption ->
                caption instanceof Caption
                    && caption.box().y1() >= figure.box().y2()
                    && caption.box().y2() <= below.box().y1()
                    && caption.box().x1() < figure.box().x2()
                    && figure.box().x1() < caption.box().x2());
  }

  /**
   * Whether a block is neither a caption nor running text, or lies with its middle in the figure.
   */
  private static boolean isLabel(Block block, Block figure) {
    return !(block instanceof Caption)
        && (!RunningText.is(ReadingText.of(block), LEAST_WORDS)
            || isAmid(block.box(), figure.box()));
  }

  /** Whether a block lies with its middle in a figure. */
  static boolean isAmid(BoundingBox block, BoundingBox figure) {
    int x = (block.x1() + block.x2()) / 2;
    int y = (block.y1() + block.y2()) / 2;
    return x >= figure.x1() && x < figure.x2() && y >= figure.y1() && y < figure.y2();
  }

  private static boolean isBeside(BoundingBox one, Block other, int reach) {
    BoundingBox two = other.box();
    return one.x1() < two.x2() + reach
        && two.x1() < one.x2() + reach
        && one.y1() < two.y2() + reach
        && two.y1() < one.y2() + reach;
  }

  private static boolean sameRows(BoundingBox one, BoundingBox other) {
    return one.y1() < other.y2() && other.y1() < one.y2();
  }

  private static boolean isBefore(BoundingBox late, BoundingBox other) {
    boolean sameColumn = late.x1() < other.x2() && other.x1() < late.x2();
    boolean below = other.y1() >= (late.y1() + late.y2()) / 2;
    return sameColumn ? below : sameRows(late, other) && other.x1() >= late.x2();
  }
}

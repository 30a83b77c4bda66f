package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.ReadingText;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Tells into which others the box of a text or a table reaches, and what lies where another one
 * belongs: a model may write one side of a box wrongly, which then takes in what stands above or
 * beside it, or all of it.
 */
public final class Overreach {
  /** The share of a block that lies in a box that reaches over it. */
  private static final double IN = 0.4;

  /** How much larger a block is than one that does not belong into its box. */
  private static final double LARGER = 1.5;

  /** The share of the characters, for as much ink, that it then has of those of the other. */
  private static final double SPARSER = 0.8;

  /** The share of the larger of two boxes in the same place that both have in common. */
  private static final double SAME_PLACE = 0.7;

  /** How many times more characters the one has that belongs there. */
  private static final int MANY = 3;

  /** The share of the less high block's rows that blocks side by side have in common. */
  private static final double SAME_ROWS = 0.5;

  /** The share of the less wide block's width by which one begins in the other at most. */
  private static final double BEGUN = 0.5;

  /** White between texts side by side, in heights of the less high one. */
  private static final double APART = 2;

  /** Blocks of a piece; one of noise has more. */
  private static final int MOST_BLOCKS = 100;

  private Overreach() {}

  /**
   * The blocks that the box of another one takes in, having too few characters for all the ink in
   * it.
   *
   * @param ink how much of it there is in a box
   */
  public static List<Block> over(
      Block block, List<Block> others, ToDoubleFunction<BoundingBox> ink) {
    return measured(block, others).filter(other -> isOver(block, other, ink)).toList();
  }

  /**
   * Whether a block of type lies amid a larger one that says something else, or in the place of one
   * with many more characters.
   */
  public static boolean isDisplaced(Block block, List<Block> others) {
    return others.stream().anyMatch(other -> covers(other, block))
        || measured(block, others).anyMatch(other -> isInPlaceOf(block, other));
  }

  private static boolean covers(Block larger, Block block) {
    return larger.isType()
        && common(larger.box(), block.box()) >= area(block.box())
        && saysOther(larger, block);
  }

  private static boolean isInPlaceOf(Block block, Block other) {
    double common = common(block.box(), other.box());
    return common >= SAME_PLACE * Math.max(area(block.box()), area(other.box()))
        && characters(other) > 0
        && characters(other) >= MANY * characters(block);
  }

  /** The blocks in which the box of another one begins or ends. */
  public static List<Block> beside(Block block, List<Block> others) {
    return measured(block, others).filter(other -> isBegunIn(block.box(), other.box())).toList();
  }

  /** Whether there is more white than between words from a box to all of some blocks. */
  public static boolean isApart(BoundingBox box, List<Block> others) {
    return others.stream()
        .map(Block::box)
        .allMatch(
            other ->
                Math.max(other.x1() - box.x2(), box.x1() - other.x2())
                    >= APART * Math.min(box.y2() - box.y1(), other.y2() - other.y1()));
  }

  private static Stream<Block> measured(Block block, List<Block> others) {
    return LateBlocks.isTextOrTable(block) && others.size() < MOST_BLOCKS
        ? others.stream().filter(LateBlocks::isTextOrTable)
        : Stream.empty();
  }

  private static boolean isOver(Block block, Block other, ToDoubleFunction<BoundingBox> ink) {
    return common(block.box(), other.box()) >= IN * area(other.box())
        && saysOther(block, other)
        && characters(block) * ink.applyAsDouble(other.box())
            <= SPARSER * characters(other) * ink.applyAsDouble(block.box());
  }

  private static boolean saysOther(Block larger, Block block) {
    return area(larger.box()) >= LARGER * area(block.box())
        && !ReadingText.of(larger).contains(ReadingText.of(block));
  }

  private static boolean isBegunIn(BoundingBox box, BoundingBox other) {
    double wide = Math.min(box.x2(), other.x2()) - Math.max(box.x1(), other.x1());
    double high = Math.min(box.y2(), other.y2()) - Math.max(box.y1(), other.y1());
    boolean isSide =
        (box.x1() > other.x1() && box.x2() > other.x2())
            || (box.x1() < other.x1() && box.x2() < other.x2());
    return isSide
        && wide > 0
        && wide <= BEGUN * Math.min(box.x2() - box.x1(), other.x2() - other.x1())
        && high >= SAME_ROWS * Math.min(box.y2() - box.y1(), other.y2() - other.y1());
  }

  private static long characters(Block block) {
    return ReadingText.of(block).chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  private static double common(BoundingBox one, BoundingBox other) {
    double wide = Math.min(one.x2(), other.x2()) - Math.max(one.x1(), other.x1());
    double high = Math.min(one.y2(), other.y2()) - Math.max(one.y1(), other.y1());
    return Math.max(0, wide) * Math.max(0, high);
  }

  private static double area(BoundingBox box) {
    return (double) (box.x2() - box.x1()) * (box.y2() - box.y1());
  }
}

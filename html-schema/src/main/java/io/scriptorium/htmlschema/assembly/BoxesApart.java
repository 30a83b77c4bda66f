package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.ReadingText;
import java.util.List;

/**
 * Ends figures and texts where a lower text begins that lies at their upper or lower edge, since a
 * model may take a caption into the box of its figure as well.
 */
public final class BoxesApart {
  /** Of the height of what it lies in, how high such a text is at most. */
  private static final double LOWER = 0.6;

  /** Of its own height, how far it may be from the edge. */
  private static final double NEAR = 0.5;

  /** The part of its height that is left of a block at least. */
  private static final double LEFT = 0.4;

  private BoxesApart() {}

  /**
   * The box of a block without the texts at its upper and lower edge; the same if little of it
   * would be left. A text that fills half of a row only takes it off a figure.
   *
   * @param others the other blocks of the piece
   */
  public static BoundingBox of(Block block, List<Block> others) {
    BoundingBox box = block.box();
    boolean isFigure = block instanceof Chart || block instanceof Image;
    int top = box.y1();
    int bottom = box.y2();
    for (Block other : isFigure || isText(block) ? others : List.<Block>of()) {
      if (isLowIn(box, other, isFigure) && !says(block, other)) {
        BoundingBox text = other.box();
        double near = NEAR * (text.y2() - text.y1());
        if (text.y2() >= box.y2() - near) {
          bottom = Math.min(bottom, Math.max(text.y1(), box.y1()));
        } else if (text.y1() <= box.y1() + near) {
          top = Math.max(top, text.y2());
        }
      }
    }
    return bottom - top < LEFT * (box.y2() - box.y1())
        ? box
        : new BoundingBox(box.x1(), top, box.x2(), bottom);
  }

  /** Items of a list have boxes of their own, and parts of a formula are formulas, too. */
  private static boolean isText(Block block) {
    return block.isType() && !(block instanceof ListBlock) && !(block instanceof Formula);
  }

  /**
   * Whether it is a text that lies in a box, is lower, and fills most of its width or of its own.
   */
  private static boolean isLowIn(BoundingBox box, Block other, boolean ofItsOwn) {
    BoundingBox text = other.box();
    int shared = Math.min(box.x2(), text.x2()) - Math.max(box.x1(), text.x1());
    int width = ofItsOwn ? text.x2() - text.x1() : box.x2() - box.x1();
    return isText(other)
        && 2 * shared >= width
        && text.y1() < box.y2()
        && text.y2() > box.y1()
        && text.y2() - text.y1() <= LOWER * (box.y2() - box.y1());
  }

  private static boolean says(Block block, Block other) {
    return ReadingText.of(block).contains(ReadingText.of(other));
  }
}

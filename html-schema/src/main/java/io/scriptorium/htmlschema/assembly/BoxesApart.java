package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ListBlock;
import java.util.List;

/**
 * Ends figures where a lower text begins that lies at their upper or lower edge, since a model may
 * take a caption into the box of its figure as well.
 */
public final class BoxesApart {
  /** Of the height of the figure, how high such a text is at most. */
  private static final double LOWER = 0.6;

  /** Of its own height, how far it may be from the edge. */
  private static final double NEAR = 0.5;

  /** The part of its height that is left of a figure at least. */
  private static final double LEFT = 0.5;

  private BoxesApart() {}

  /**
   * A figure in a box without the texts at its edges; the same if little of it would be left, or if
   * the block is no figure.
   *
   * @param others the other blocks of the piece
   */
  public static Block of(Block block, List<Block> others) {
    return block instanceof Chart || block instanceof Image
        ? Reboxed.block(block, box -> apart(box, others))
        : block;
  }

  private static BoundingBox apart(BoundingBox box, List<Block> others) {
    int top = box.y1();
    int bottom = box.y2();
    for (Block other : others) {
      BoundingBox text = other.box();
      if (isText(other) && isLowIn(box, text)) {
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

  /** Lists and formulas may be parts of the figure that were read otherwise. */
  private static boolean isText(Block block) {
    return block.isType() && !(block instanceof ListBlock) && !(block instanceof Formula);
  }

  /** Whether half of what is lower lies in the columns of a box, and some of it in its rows. */
  private static boolean isLowIn(BoundingBox box, BoundingBox text) {
    int shared = Math.min(box.x2(), text.x2()) - Math.max(box.x1(), text.x1());
    return 2 * shared >= text.x2() - text.x1()
        && text.y1() < box.y2()
        && text.y2() > box.y1()
        && text.y2() - text.y1() <= LOWER * (box.y2() - box.y1());
  }
}

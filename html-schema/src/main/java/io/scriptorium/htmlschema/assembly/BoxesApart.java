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

  private BoxesApart() {}

  /**
   * The box of a block without the texts at its edges.
   *
   * @param others the other blocks of the piece
   */
  public static BoundingBox of(Block block, List<Block> others) {
    BoundingBox box = block.box();
    if (!isText(block) && !(block instanceof Chart) && !(block instanceof Image)) {
      return box;
    }
    for (Block other : others) {
      if (isText(other) && !ReadingText.of(block).contains(ReadingText.of(other))) {
        box = without(box, other.box());
      }
    }
    return box;
  }

  /** Items of a list have boxes of their own, and parts of a formula are formulas, too. */
  private static boolean isText(Block block) {
    return block.isType() && !(block instanceof ListBlock) && !(block instanceof Formula);
  }

  private static BoundingBox without(BoundingBox box, BoundingBox text) {
    int height = text.y2() - text.y1();
    int shared = Math.min(box.x2(), text.x2()) - Math.max(box.x1(), text.x1());
    if (height > LOWER * (box.y2() - box.y1()) || 2 * shared < text.x2() - text.x1()) {
      return box;
    }
    double near = NEAR * height;
    if (text.y1() > box.y1() && text.y1() < box.y2() && text.y2() >= box.y2() - near) {
      return new BoundingBox(box.x1(), box.y1(), box.x2(), text.y1());
    }
    if (text.y2() < box.y2() && text.y2() > box.y1() && text.y1() <= box.y1() + near) {
      return new BoundingBox(box.x1(), text.y2(), box.x2(), box.y2());
    }
    return box;
  }
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.PageSize;

/**
 * Blocks at another place, with their marks.
 *
 * @param dx pixels to the right
 * @param dy pixels down
 * @param slope pixels further down for each to the right of the middle of the page, and further to
 *     the left for each below it; boxes grow by what they reach over. The square of the slope, one
 *     pixel or two on a page, is left out
 * @param onto the page to which they come; boxes that would reach outside end at its edge
 */
public record Moved(int dx, int dy, double slope, PageSize onto) {
  public Moved(int dx, int dy, PageSize onto) {
    this(dx, dy, 0, onto);
  }

  public Block block(Block block) {
    return Reboxed.block(block, this::box);
  }

  BoundingBox box(BoundingBox box) {
    double atLeft = slope * (box.x1() + dx - onto.width() / 2.0);
    double atRight = slope * (box.x2() + dx - onto.width() / 2.0);
    double atTop = -slope * (box.y1() + dy - onto.height() / 2.0);
    double atBottom = -slope * (box.y2() + dy - onto.height() / 2.0);
    return BoundingBox.within(
        onto,
        box.x1() + dx + (int) Math.rint(Math.min(atTop, atBottom)),
        box.y1() + dy + (int) Math.rint(Math.min(atLeft, atRight)),
        box.x2() + dx + (int) Math.rint(Math.max(atTop, atBottom)),
        box.y2() + dy + (int) Math.rint(Math.max(atLeft, atRight)));
  }
}

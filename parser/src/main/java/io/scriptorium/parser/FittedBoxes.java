package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.assembly.Reboxed;
import io.scriptorium.renderer.PieceInk;

/**
 * Boxes around the lines of type that they lie on. A model that reads pieces sees type enlarged,
 * and is a few pixels off; a figure may be pale or have gaps, and keeps the box that it was given.
 */
final class FittedBoxes {
  private FittedBoxes() {}

  static Page of(Page piece, PieceInk ink) {
    return new Page(
        piece.size(),
        piece.blocks().stream()
            .map(
                block ->
                    isType(block)
                        ? Reboxed.block(block, box -> fitted(box, ink, piece.size()))
                        : block)
            .toList());
  }

  private static boolean isType(Block block) {
    return block instanceof Paragraph
        || block instanceof Heading
        || block instanceof ListBlock
        || block instanceof Formula
        || block instanceof Caption;
  }

  private static BoundingBox fitted(BoundingBox box, PieceInk ink, PageSize size) {
    PieceInk.Box found = ink.fitted(new PieceInk.Box(box.x1(), box.y1(), box.x2(), box.y2()));
    return BoundingBox.within(size, found.left(), found.top(), found.right(), found.bottom());
  }
}

package io.scriptorium.parser;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Formula;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.ListBlock;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.assembly.Reboxed;
import io.scriptorium.renderer.PieceInk;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Boxes around the ink that they lie on: those of type around its lines, those of charts and images
 * around what is drawn. A model that reads pieces sees type enlarged, and is a few pixels off.
 */
final class FittedBoxes {
  private static final Pattern DESCENDERS = Pattern.compile("[gjpqyQçÇ()\\[\\]{}|/@$;]");

  private final PageSize size;
  private final PieceInk ink;

  private FittedBoxes(PageSize size, PieceInk ink) {
    this.size = size;
    this.ink = ink;
  }

  static Page of(Page piece, PieceInk ink) {
    FittedBoxes fitted = new FittedBoxes(piece.size(), ink);
    List<Block> type = piece.blocks().stream().map(fitted::type).toList();
    return new Page(piece.size(), type.stream().map(block -> fitted.figure(block, type)).toList());
  }

  private Block type(Block block) {
    if (!block.isType()) {
      return block;
    }
    boolean descends = descends(block);
    return Reboxed.block(block, box -> box(ink.fitted(box(box), descends)));
  }

  /** A figure ends where other blocks begin. */
  private Block figure(Block block, List<Block> all) {
    if (!(block instanceof Chart || block instanceof Image)) {
      return block;
    }
    List<PieceInk.Box> others =
        all.stream().filter(other -> other != block).map(other -> box(other.box())).toList();
    return Reboxed.block(block, box -> box(ink.fittedFigure(box(box), others)));
  }

  /** Whether letters of its last line reach below it, or may do so. */
  private static boolean descends(Block block) {
    // LaTeX does not spell the shapes of its signs, and a list has a box for each item.
    if (block instanceof Formula || block instanceof ListBlock) {
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

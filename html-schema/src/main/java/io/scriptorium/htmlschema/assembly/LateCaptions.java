package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Takes numbered captions that were read by themselves out of the figure whose box reached over
 * them, with all that is below them.
 */
public final class LateCaptions {
  private LateCaptions() {}

  /**
   * The page with figures that end above such captions, and without those of the same number that
   * say the same elsewhere.
   *
   * @param late what was read by itself, which is not put into the page
   * @param fitted what a figure is in a box that ends there
   */
  public static Page in(Page page, List<Block> late, UnaryOperator<Block> fitted) {
    List<Block> blocks = new ArrayList<>(page.blocks());
    for (Block block : late) {
      if (block instanceof Caption caption && FigureCaptions.isNumbered(caption.text())) {
        cut(blocks, caption, fitted);
      }
    }
    return new Page(page.size(), blocks);
  }

  private static void cut(List<Block> blocks, Caption caption, UnaryOperator<Block> fitted) {
    for (int i = 0; i < blocks.size(); i++) {
      Block figure = blocks.get(i);
      if (isAtFootOf(figure, caption.box())) {
        blocks.set(i, fitted.apply(Reboxed.block(figure, box -> above(box, caption.box()))));
        blocks.removeIf(other -> isSame(caption, other));
        return;
      }
    }
  }

  private static boolean isSame(Caption caption, Block other) {
    return other instanceof Caption text
        && FigureCaptions.isSameNumber(caption.text(), text.text())
        && LateBlocks.isSaid(caption, List.of(other));
  }

  private static boolean isAtFootOf(Block figure, BoundingBox caption) {
    BoundingBox box = figure.box();
    return (figure instanceof Chart || figure instanceof Image)
        && LateBlocks.isAmid(caption, box)
        && 2 * caption.y1() > box.y1() + box.y2();
  }

  private static BoundingBox above(BoundingBox figure, BoundingBox caption) {
    return new BoundingBox(figure.x1(), figure.y1(), figure.x2(), caption.y1());
  }
}

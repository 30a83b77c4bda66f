package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.List;

/**
 * Tells captions without the number of a figure that are paragraphs: those with no figure near
 * above them, unless they may be the title of a chart below.
 */
public final class StrayCaptions {
  /** Of a caption's height, how far its figure is at most. */
  private static final int NEAR = 3;

  private StrayCaptions() {}

  /** The page with paragraphs where captions are ones. */
  public static Page in(Page page) {
    List<Block> figures =
        page.blocks().stream()
            .filter(block -> !block.isType() && !(block instanceof Table))
            .toList();
    return new Page(
        page.size(),
        page.blocks().stream()
            .map(
                block ->
                    block instanceof Caption text && isStray(text, figures)
                        ? new Paragraph(text.box(), text.text(), text.marks())
                        : block)
            .toList());
  }

  private static boolean isStray(Caption caption, List<Block> figures) {
    String text = caption.text();
    if (FigureCaptions.isNumbered(text)
        || figures.stream().anyMatch(figure -> isAbove(figure.box(), caption.box()))) {
      return false;
    }
    boolean isTitle = !FigureCaptions.isSentence(text) && PageNumber.find(text) == null;
    return !isTitle
        || figures.stream()
            .noneMatch(figure -> figure instanceof Chart && isBelow(figure.box(), caption.box()));
  }

  /** Whether a figure is near above a caption. */
  private static boolean isAbove(BoundingBox figure, BoundingBox box) {
    return isInColumn(figure, box)
        && box.y1() < figure.y2() + reach(box)
        && figure.y1() <= box.y1();
  }

  private static boolean isBelow(BoundingBox figure, BoundingBox box) {
    return isInColumn(figure, box)
        && figure.y1() < box.y2() + reach(box)
        && box.y2() <= figure.y2();
  }

  private static boolean isInColumn(BoundingBox figure, BoundingBox box) {
    return box.x1() < figure.x2() && figure.x1() < box.x2();
  }

  private static int reach(BoundingBox caption) {
    return NEAR * (caption.y2() - caption.y1());
  }
}

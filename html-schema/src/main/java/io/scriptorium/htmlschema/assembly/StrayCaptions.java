package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.List;

/**
 * Tells captions without the number of a figure that are paragraphs: those of a page without
 * figures, and sentences and numbers of pages with no figure near above them.
 */
public final class StrayCaptions {
  /** Of a caption's height, how far its figure is at most. */
  private static final int NEAR = 3;

  private StrayCaptions() {}

  /** The page with paragraphs where captions are ones; titles above charts may be among them. */
  public static Page in(Page page) {
    List<BoundingBox> figures =
        page.blocks().stream()
            .filter(block -> !block.isType() && !(block instanceof Table))
            .map(Block::box)
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

  private static boolean isStray(Caption caption, List<BoundingBox> figures) {
    String text = caption.text();
    boolean isOther = FigureCaptions.isSentence(text) || PageNumber.find(text) != null;
    return !FigureCaptions.isNumbered(text)
        && (figures.isEmpty()
            || (isOther && figures.stream().noneMatch(figure -> isAbove(figure, caption.box()))));
  }

  /** Whether a figure is near above a caption. */
  private static boolean isAbove(BoundingBox figure, BoundingBox box) {
    int reach = NEAR * (box.y2() - box.y1());
    return box.x1() < figure.x2()
        && figure.x1() < box.x2()
        && box.y1() < figure.y2() + reach
        && figure.y1() <= box.y1();
  }
}

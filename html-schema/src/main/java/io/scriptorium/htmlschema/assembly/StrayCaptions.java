package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells captions without the number of a figure that are paragraphs: those that no figure is near,
 * numbers of pages, and sentences above a figure, since what stands there is its title.
 */
public final class StrayCaptions {
  /** Of a caption's height, how far its figure is at most. */
  private static final int NEAR = 3;

  private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!?…][»”’\"')]*");

  private StrayCaptions() {}

  /** The page with paragraphs where captions are ones. */
  public static Page in(Page page) {
    List<BoundingBox> figures =
        page.blocks().stream()
            .filter(block -> block instanceof Chart || block instanceof Image)
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
    if (FigureCaptions.isNumbered(caption.text())) {
      return false;
    }
    BoundingBox box = caption.box();
    int reach = NEAR * (box.y2() - box.y1());
    List<BoundingBox> near =
        figures.stream()
            .filter(figure -> box.x1() < figure.x2() && figure.x1() < box.x2())
            .filter(figure -> box.y1() < figure.y2() + reach && figure.y1() < box.y2() + reach)
            .toList();
    boolean isAbove = near.stream().allMatch(figure -> figure.y1() > box.y1());
    return near.isEmpty()
        || PageNumber.find(caption.text()) != null
        || (isAbove && SENTENCE.matcher(caption.text()).matches());
  }
}

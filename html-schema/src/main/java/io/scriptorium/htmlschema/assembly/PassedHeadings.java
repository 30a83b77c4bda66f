package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells paragraphs that are headings by their type: a line higher than the page's running text that
 * stands above some of it and does not end as sentences or salutations do.
 */
public final class PassedHeadings {
  /** How many times as high as running text a heading is. */
  private static final double HIGHER = 1.15;

  private static final int LEVEL = 2;

  private static final int LEAST_WORDS = 4;

  private static final Pattern TITLE =
      Pattern.compile(
          "[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}\\p{P}§].*\\p{L}.*[\\p{L}\\p{N}?)\\p{Pi}\\p{Pf}\"']");

  private PassedHeadings() {}

  /**
   * The part of a page with headings where paragraphs are ones.
   *
   * @param lineHeight of the page's running text, in pixels
   * @param isLine whether a box has one line of type
   */
  public static Page in(Page page, double lineHeight, Predicate<BoundingBox> isLine) {
    List<Block> told = new ArrayList<>(page.blocks());
    for (int i = 0; i + 1 < told.size(); i++) {
      if (told.get(i) instanceof Paragraph text
          && isRunningText(told.get(i + 1))
          && text.box().y2() <= told.get(i + 1).box().y1()
          && text.box().y2() - text.box().y1() >= HIGHER * lineHeight
          && TITLE.matcher(text.text()).matches()
          && !FigureCaptions.isNumbered(text.text())
          && isLine.test(text.box())) {
        told.set(i, new Heading(text.box(), LEVEL, text.text(), text.marks()));
      }
    }
    return new Page(page.size(), told);
  }

  /** Whether a block is a paragraph of sentences or a part of some. */
  public static boolean isRunningText(Block block) {
    return block instanceof Paragraph text && RunningText.is(text.text(), LEAST_WORDS);
  }
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells captions by how they begin: with the number of a figure and a mark behind it ({@code Fig. 7
 * –}, {@code Figure 7:}, {@code Abbildung 7.}, {@code Figura 7:}). What speaks of a figure in a
 * sentence has no such mark. A line close above a chart that is no sentence is its title, which is
 * a caption, too.
 */
public final class FigureCaptions {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\s*(?:Fig(?:ure|ura)?|Abb(?:ildung)?)\\.?\\s*(\\d{1,3}(?:[.-]\\d{1,3})?)"
              + "(?:\\s*[.:–—-](?:\\s.*)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern SENTENCE = Pattern.compile(".*[.!:,;][»”’\"')]*", Pattern.DOTALL);

  /** Of a title's height, how far above its chart it ends at most. */
  private static final double CLOSE = 1.5;

  /** A line is at least so wide for each character, in its height; two lines are not. */
  private static final double NARROWEST = 0.2;

  private FigureCaptions() {}

  /** The page with captions where paragraphs or headings are ones. */
  public static Page in(Page page) {
    List<Block> told = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      boolean isTitle =
          block instanceof Paragraph text
              && i + 1 < page.blocks().size()
              && page.blocks().get(i + 1) instanceof Chart chart
              && isTitle(text, chart.box());
      told.add(isTitle ? caption((Paragraph) block) : told(block));
    }
    return new Page(page.size(), told);
  }

  /** Whether a text begins with the number of a figure. */
  static boolean isNumbered(String text) {
    return NUMBERED.matcher(text).matches();
  }

  /** Whether two texts begin with the number of the same figure. */
  static boolean isSameNumber(String text, String other) {
    return isNumbered(text) && isNumbered(other) && number(text).equals(number(other));
  }

  private static String number(String caption) {
    Matcher matcher = NUMBERED.matcher(caption);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** Whether a text ends as sentences do, and titles do not. */
  static boolean isSentence(String text) {
    return SENTENCE.matcher(text).matches();
  }

  private static boolean isTitle(Paragraph text, BoundingBox chart) {
    BoundingBox box = text.box();
    int height = box.y2() - box.y1();
    int gap = chart.y1() - box.y2();
    return !isSentence(text.text())
        && box.x2() - box.x1() >= NARROWEST * height * text.text().length()
        && box.x1() >= chart.x1() - height
        && box.x2() <= chart.x2() + height
        && gap >= -height
        && gap <= CLOSE * height;
  }

  private static Caption caption(Paragraph text) {
    return new Caption(text.box(), text.text(), text.marks());
  }

  private static Block told(Block block) {
    if (block instanceof Paragraph text && isNumbered(text.text())) {
      return caption(text);
    }
    if (block instanceof Heading text && isNumbered(text.text())) {
      return new Caption(text.box(), text.text(), text.marks());
    }
    return block;
  }
}

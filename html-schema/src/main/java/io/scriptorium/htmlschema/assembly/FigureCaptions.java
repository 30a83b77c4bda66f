package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.regex.Pattern;

/**
 * Tells captions by how they begin: with the number of a figure and a mark behind it ({@code Fig. 7
 * –}, {@code Figure 7:}, {@code Abbildung 7.}, {@code Figura 7:}). What speaks of a figure in a
 * sentence has no such mark.
 */
public final class FigureCaptions {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\s*(?:Fig(?:ure|ura)?|Abb(?:ildung)?)\\.?\\s*\\d{1,3}(?:[.-]\\d{1,3})?"
              + "(?:\\s*[.:–—-](?:\\s.*)?)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FigureCaptions() {}

  /** The page with captions where paragraphs or headings are ones. */
  public static Page in(Page page) {
    return new Page(page.size(), page.blocks().stream().map(FigureCaptions::told).toList());
  }

  private static Block told(Block block) {
    if (block instanceof Paragraph text && NUMBERED.matcher(text.text()).matches()) {
      return new Caption(text.box(), text.text(), text.marks());
    }
    if (block instanceof Heading text && NUMBERED.matcher(text.text()).matches()) {
      return new Caption(text.box(), text.text(), text.marks());
    }
    return block;
  }
}

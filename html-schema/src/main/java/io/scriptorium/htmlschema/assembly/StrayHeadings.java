package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.regex.Pattern;

/**
 * Tells headings that are paragraphs by how they end: with the comma of a salutation or of the
 * close of a letter, or with the last word of a sentence, which is longer than an abbreviation.
 */
public final class StrayHeadings {
  private static final Pattern ENDS_OTHERWISE =
      Pattern.compile("[,;]$|(?<![\\p{L}.])\\p{Ll}{4,}\\.$");

  private StrayHeadings() {}

  /** The page with paragraphs where headings are ones. */
  public static Page in(Page page) {
    return new Page(
        page.size(),
        page.blocks().stream()
            .map(
                block ->
                    block instanceof Heading text && ENDS_OTHERWISE.matcher(text.text()).find()
                        ? new Paragraph(text.box(), text.text(), text.marks())
                        : block)
            .toList());
  }
}

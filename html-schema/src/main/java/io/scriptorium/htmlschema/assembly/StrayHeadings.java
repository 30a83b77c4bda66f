package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.regex.Pattern;

/**
 * Tells headings that are paragraphs by how they end: with the comma of a salutation or of the
 * close of a letter, with a semicolon, with a colon behind several words, or with the last word of
 * a sentence, which is longer than an abbreviation, or its last number, if they are the end of one
 * or have several words. What begins with a number stays.
 */
public final class StrayHeadings {
  private static final Pattern NUMBERED = Pattern.compile("\\s*[(§]?\\s*\\p{N}");

  private static final Pattern GOES_ON = Pattern.compile("[,;]$|\\S\\s.*:$");

  private static final Pattern ENDS_SENTENCE =
      Pattern.compile("(?<![\\p{L}.])(?:\\p{Ll}{4,}|\\p{N}{2,})\\.$");

  private static final Pattern LOWER_CASE = Pattern.compile("\\s*\\p{Ll}");

  private static final int LEAST_WORDS = 3;

  private StrayHeadings() {}

  /** The page with paragraphs where headings are ones. */
  public static Page in(Page page) {
    return new Page(
        page.size(),
        page.blocks().stream()
            .map(
                block ->
                    block instanceof Heading text && isStray(text.text())
                        ? new Paragraph(text.box(), text.text(), text.marks())
                        : block)
            .toList());
  }

  private static boolean isStray(String text) {
    boolean isEnd = LOWER_CASE.matcher(text).lookingAt() || RunningText.is(text, LEAST_WORDS);
    return !NUMBERED.matcher(text).lookingAt()
        && (GOES_ON.matcher(text).find() || (isEnd && ENDS_SENTENCE.matcher(text).find()));
  }
}

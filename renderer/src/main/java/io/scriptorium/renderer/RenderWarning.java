package io.scriptorium.renderer;

/**
 * Something about a page that was rendered all the same, and that its reader should know.
 *
 * @param code stable
 * @param message one line; holds no content of the document
 */
public record RenderWarning(Code code, String message) {
  /** Stable codes; they stand in the metadata of results. */
  public enum Code {
    /** The file holds several pictures where one is a page; this is the first. */
    FIRST_PICTURE_ONLY,
    /** The colour profile is damaged or too large; the colours are taken without it. */
    COLOR_PROFILE_IGNORED,
    /** Type is set in another font than the PDF asks for; glyphs may be wrong or missing. */
    PAGE_FONT_SUBSTITUTED,
    /** The text of the PDF has characters that its page does not show. */
    PAGE_TEXT_HIDDEN,
    /** The page needs too much memory otherwise and has a quarter of the pixels or fewer. */
    RENDERED_COARSER
  }
}

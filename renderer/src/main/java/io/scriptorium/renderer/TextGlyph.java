package io.scriptorium.renderer;

/**
 * A character of the text layer of a PDF.
 *
 * @param text what the PDF says it is, in Unicode; empty if it does not say
 * @param left edge of its box in pixels of the page image, from the left; may lie off the page
 * @param top edge from above
 * @param right edge from the left
 * @param bottom edge from above
 * @param visible false if nothing of it can be seen: invisible or white type, a hidden layer, off
 *     the page, covered by something else
 */
public record TextGlyph(
    String text, float left, float top, float right, float bottom, boolean visible) {
  public TextGlyph {
    if (!(right >= left && bottom >= top)) {
      throw new IllegalArgumentException(
          "box (%s %s %s %s) ends before it begins".formatted(left, top, right, bottom));
    }
  }

  TextGlyph withVisible(boolean value) {
    return new TextGlyph(text, left, top, right, bottom, value);
  }
}

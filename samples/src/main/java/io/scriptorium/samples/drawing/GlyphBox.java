package io.scriptorium.samples.drawing;

/** A character on a page and the box around its ink, in pixels. */
public record GlyphBox(int codePoint, float x1, float y1, float x2, float y2) {
  public GlyphBox scaled(float by) {
    return new GlyphBox(codePoint, x1 * by, y1 * by, x2 * by, y2 * by);
  }
}

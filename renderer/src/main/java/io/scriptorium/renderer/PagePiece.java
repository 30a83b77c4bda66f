package io.scriptorium.renderer;

/**
 * A part of a page, for a model that reads parts.
 *
 * @param image the part's pixels, resized if its type needs it, on paper of the page's own grey
 * @param left column of the page at which the picture's left edge lies, in pixels of the page;
 *     negative where the picture has paper that the page has not
 * @param top the same for its upper edge
 * @param width of the part of the page that the picture shows, in pixels of the page
 * @param height the same
 * @param slope of the lines on the page, rows for each column to the right; in the piece they are
 *     level, and what it shows in column x and row y lies lower on the page by the slope times x's
 *     distance from the middle of the page, and farther left by the slope times y's
 * @param goesOn whether the cut above it goes through what may belong together: lines of a
 *     paragraph, rows of a table
 * @param isField whether it is a field of a form that stands beside another, with its label
 * @param shown what of the page the piece has been given; around it is nothing but paper
 */
public record PagePiece(
    RasterImage image,
    int left,
    int top,
    int width,
    int height,
    double slope,
    boolean goesOn,
    boolean isField,
    Shown shown) {
  /** A part of the levelled page in its pixels; x2 and y2 are exclusive. */
  public record Shown(int x1, int y1, int x2, int y2) {}
}

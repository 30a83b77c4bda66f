package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.PageReading;
import java.util.List;

/**
 * A part of a page that was read on its own.
 *
 * @param reading of the part, in pixels of the page, from the part's upper left corner
 * @param left where on the page that corner lies; negative where the part reaches outside
 * @param top the same
 * @param slope of the lines on the page, rows for each column to the right, that were level in the
 *     part: what it has in column x and row y lies lower on the page by the slope times x's
 *     distance from the middle of the page, and farther left by the slope times y's
 * @param goesOn whether the part begins amid something that the part before it began: between the
 *     lines of a paragraph, or the rows of a table
 * @param lines the lines of type in its tables, from top to bottom in each; none where they are not
 *     known
 */
public record ReadPiece(
    PageReading reading, int left, int top, double slope, boolean goesOn, List<BoundingBox> lines) {
  public ReadPiece {
    lines = List.copyOf(lines);
  }
}

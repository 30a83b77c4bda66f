package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Raster;
import java.util.List;

/** Cuts pictures of pages into pieces, as a reader would that sees no more at once. */
@FunctionalInterface
public interface PieceCutter {
  /**
   * A piece of a page. Its picture shows the rectangle of the page that begins at left and top, but
   * paper wherever that reaches beyond the part that was cut out.
   *
   * @param picture of the piece, at any scale
   * @param left in pixels of the page, as all that follows; may be negative
   * @param top may be negative
   * @param slope of the lines on the page, rows for each column to the right, that are level in the
   *     piece: the page was levelled by moving its columns about the middle one, and then its rows
   * @param goesOn whether the cut above goes through what may belong together
   * @param shown x1, y1, x2 and y2 of the part that was cut out of the levelled page
   */
  record Piece(
      Raster picture,
      int left,
      int top,
      int width,
      int height,
      double slope,
      boolean goesOn,
      List<Integer> shown) {
    public Piece {
      shown = List.copyOf(shown);
    }
  }

  /**
   * @param dice of the page, for what is left to chance
   * @return pieces in reading order; none for a page that is read whole
   */
  List<Piece> cut(Raster page, Dice dice);
}

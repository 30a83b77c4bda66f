package io.scriptorium.samples.synth.figure;

import io.scriptorium.htmlschema.Image;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.flow.Piece;

/**
 * A picture in a frame.
 *
 * @param indent points from the left edge
 */
record PicturePiece(Motif motif, double indent, double width, double height) implements Piece {
  /** Draws within a frame and up to its edges. */
  interface Motif {
    void draw(Drawing drawing, Frame frame);
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    Drawing drawing = new Drawing(sheet);
    Frame frame = Frame.of(left + indent, top, width, height);
    motif.draw(drawing, frame);
    sheet.add(new Image(sheet.box(frame)));
  }
}

package io.scriptorium.samples.synth.flow;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Sheet;

/** A column that is filled with pieces from the top. */
public final class Flow {
  private final Sheet sheet;
  private final Frame area;
  private double y;
  private boolean empty = true;

  public Flow(Sheet sheet, Frame area) {
    this.sheet = sheet;
    this.area = area;
    this.y = area.top();
  }

  /** The foot of what was drawn last. */
  public double y() {
    return y;
  }

  public double width() {
    return area.width();
  }

  public boolean isEmpty() {
    return empty;
  }

  /** Points that are left for a piece after a gap. */
  public double room(double gap) {
    return area.bottom() - y - (empty ? 0 : gap);
  }

  /** Draws a piece if it fits. No gap is left above the first one. */
  public boolean offer(Piece piece, double gap) {
    if (piece.height() > room(gap)) {
      return false;
    }
    y += empty ? 0 : gap;
    piece.draw(sheet, area.left(), y);
    y += piece.height();
    empty = false;
    return true;
  }

  /**
   * Draws a piece that has to be there.
   *
   * @throws NoRoomException when it does not fit
   */
  public void add(Piece piece, double gap) {
    if (!offer(piece, gap)) {
      throw new NoRoomException(
          "a piece of " + piece.height() + " points does not fit into " + room(gap));
    }
  }
}

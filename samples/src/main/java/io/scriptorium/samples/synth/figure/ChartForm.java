package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;

/** A way to draw data. */
interface ChartForm {
  ChartData data();

  /**
   * Draws inside a room.
   *
   * @throws io.scriptorium.samples.drawing.NoRoomException when the room is too small; nothing may
   *     be drawn then
   */
  void draw(Drawing drawing, Frame room);
}

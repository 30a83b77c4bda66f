package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.PageKind;

/** A page of a form that was filled in. */
final class FormKind implements PageKind {
  @Override
  public String name() {
    return "form";
  }

  @Override
  public void draw(Desk desk) {
    double width = desk.style().typeArea().width();
    if (width < 26 * desk.style().size()) {
      throw new NoRoomException("letters are too large for a form " + width + " points wide");
    }
    new FormPage(desk).draw();
  }
}

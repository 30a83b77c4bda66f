package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.PageKind;

/** A page with a whole invoice. */
final class InvoiceKind implements PageKind {
  @Override
  public String name() {
    return "invoice";
  }

  @Override
  public void draw(Desk desk) {
    double width = desk.style().typeArea().width();
    if (width < 30 * desk.style().size()) {
      throw new NoRoomException("letters are too large for an invoice " + width + " points wide");
    }
    new InvoicePage(desk).draw();
  }
}

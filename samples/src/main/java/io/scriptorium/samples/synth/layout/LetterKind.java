package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.PageKind;

/** The only page of a letter, or its first one. */
final class LetterKind implements PageKind {
  @Override
  public String name() {
    return "letter";
  }

  @Override
  public void draw(Desk desk) {
    LetterFooter footer = LetterFooter.choose(desk);
    Frame all = desk.style().typeArea();
    Frame area = new Frame(all.left(), all.top(), all.right(), all.bottom() - footer.height());
    new LetterPage(desk, area).draw();
    footer.draw();
  }
}

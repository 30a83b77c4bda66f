package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;

/** A box to tick and its text. */
record Tick(Setter setter, FormLooks looks, TextStyle style, String text, boolean ticked)
    implements Piece {
  /** As it is told. */
  static String sign(boolean ticked) {
    return ticked ? "☑" : "☐";
  }

  double width() {
    return 1.6 * style.size() + style.width(text);
  }

  @Override
  public double height() {
    return setter.leading(style);
  }

  @Override
  public void draw(double left, double top) {
    double side = 0.85 * style.size();
    Frame box = Frame.of(left, top + (height() - side) / 2, side, side);
    Canvas canvas = setter.sheet().canvas();
    canvas.outline(box, 0.7, style.color());
    if (ticked) {
      mark(canvas, box, side);
    }
    Frame words =
        setter.line(left + 1.6 * style.size(), top, style.width(text), Align.LEFT, style, text);
    Frame all = box.grown(0.35).with(words);
    setter.sheet().add(new Paragraph(setter.sheet().box(all), sign(ticked) + " " + text));
  }

  private void mark(Canvas canvas, Frame box, double side) {
    Color ink = looks.filled().color();
    double pen = 0.14 * side;
    double in = 0.18 * side;
    switch (looks.mark()) {
      case TICK -> {
        double x = box.left() + 0.4 * side;
        double y = box.bottom() - in;
        canvas.line(box.left() + in, box.middle(), x, y, pen, ink);
        canvas.line(x - 0.3 * pen, y, box.right(), box.top(), pen, ink);
      }
      case CROSS -> {
        canvas.line(box.left() + in, box.top() + in, box.right() - in, box.bottom() - in, pen, ink);
        canvas.line(box.left() + in, box.bottom() - in, box.right() - in, box.top() + in, pen, ink);
      }
      case BLOT -> canvas.fill(box.grown(-in), ink);
    }
  }
}

package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;

/** A row of cells, one for each character, under its label. */
record Comb(Setter setter, FormLooks looks, String label, String value, int cells)
    implements Piece {
  private double side() {
    return 1.8 * looks.filled().size();
  }

  double width() {
    return Math.max(cells * side(), looks.label().width(label));
  }

  @Override
  public double height() {
    return setter.leading(looks.label()) + 2 + side();
  }

  @Override
  public void draw(double left, double top) {
    Canvas canvas = setter.sheet().canvas();
    Frame all =
        setter.line(left, top, looks.label().width(label), Align.LEFT, looks.label(), label);
    Frame box = Frame.of(left, top + setter.leading(looks.label()) + 2, cells * side(), side());
    canvas.outline(box, 0.6, looks.border());
    double air = (side() - setter.leading(looks.filled())) / 2;
    for (int i = 0; i < cells; i++) {
      double x = left + i * side();
      if (i > 0) {
        canvas.line(x, box.top(), x, box.bottom(), 0.5, looks.border());
      }
      if (i < value.length()) {
        String character = value.substring(i, i + 1);
        all =
            all.with(
                setter.line(x, box.top() + air, side(), Align.CENTRE, looks.filled(), character));
      }
    }
    setter.sheet().add(new Paragraph(setter.sheet().box(all), label + "\n" + value));
  }
}

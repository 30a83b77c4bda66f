package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Dice;
import java.awt.Color;

/** A word in a frame, as of rubber. */
final class Stamp implements Piece {
  private static final Color[] INKS = {
    new Color(0xB01E2E), new Color(0x1B3A8C), new Color(0x2E7D32), new Color(0x5A2A82)
  };

  private final Setter setter;
  private final String text;
  private final TextStyle style;
  private final boolean doubled;
  private final double offset;
  private final double pad;

  Stamp(Setter setter, String text, TextStyle style, Dice dice, double width) {
    this.setter = setter;
    this.text = text;
    this.style = style.in(dice.pick(INKS)).tracked(0.06 * style.size());
    this.doubled = dice.chance(0.4);
    this.pad = 0.4 * style.size();
    double own = this.style.width(text) + 2 * pad;
    this.offset = dice.between(0, Math.max(0, width - own));
  }

  @Override
  public double height() {
    return setter.leading(style) + pad;
  }

  @Override
  public void draw(double left, double top) {
    double width = style.width(text) + 2 * pad;
    Frame frame = Frame.of(left + offset, top, width, height());
    double weight = 0.07 * style.size();
    setter.sheet().canvas().outline(frame, weight, style.color());
    if (doubled) {
      setter.sheet().canvas().outline(frame.grown(-2 * weight), weight / 2, style.color());
    }
    Frame word =
        setter.line(frame.left() + pad, top + pad / 2, width - 2 * pad, Align.CENTRE, style, text);
    setter.sheet().add(new Paragraph(setter.sheet().box(word), text));
  }
}

package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;

/**
 * A labelled place to fill in; what stands in it may be empty.
 *
 * @param width in points
 */
record Field(Setter setter, FormLooks looks, String label, String value, double width)
    implements Piece {
  Field {
    double pad = pad(looks);
    double wanted =
        looks.place() == FormLooks.Place.BESIDE
            ? looks.label().width(label) + looks.filled().width(value) + 3 * pad
            : Math.max(looks.label().width(label), looks.filled().width(value)) + 2 * pad;
    if (wanted > width) {
      throw new NoRoomException("a field needs " + wanted + " points and has " + width);
    }
  }

  private static double pad(FormLooks looks) {
    return 0.5 * looks.label().size();
  }

  @Override
  public double height() {
    double label = setter.leading(looks.label());
    double filled = setter.leading(looks.filled());
    return switch (looks.place()) {
      case INSIDE -> label + filled + pad(looks);
      case ABOVE -> label + filled + 1.5 * pad(looks);
      case BESIDE -> Math.max(label, filled) + 0.5 * pad(looks);
      case BELOW -> label + filled + 0.5 * pad(looks);
    };
  }

  @Override
  public void draw(double left, double top) {
    double pad = pad(looks);
    double label = setter.leading(looks.label());
    Canvas canvas = setter.sheet().canvas();
    Frame all = Frame.of(left, top, width, height());
    switch (looks.place()) {
      case INSIDE -> {
        canvas.outline(all, 0.6, looks.border());
        Frame name = label(left + pad, top + 0.4 * pad);
        tell(name, value(left + pad, top + 0.4 * pad + label, width - 2 * pad));
      }
      case ABOVE -> {
        Frame name = label(left, top);
        Frame box = new Frame(left, top + label + 0.3 * pad, all.right(), all.bottom());
        canvas.outline(box, 0.6, looks.border());
        double air = (box.height() - setter.leading(looks.filled())) / 2;
        tell(name, value(left + pad, box.top() + air, width - 2 * pad));
      }
      case BESIDE -> {
        double filled = setter.leading(looks.filled());
        double down = Math.max(0, filled - label);
        Frame name = label(left, top + 0.6 * down);
        double from = name.right() + pad;
        canvas.line(from, all.bottom(), all.right(), all.bottom(), 0.5, looks.border());
        tellBeside(name, value(from + 0.5 * pad, top, all.right() - from - 0.5 * pad));
      }
      case BELOW -> {
        double filled = setter.leading(looks.filled());
        Frame entry = value(left + pad, top, width - 2 * pad);
        double y = top + filled + 0.2 * pad;
        canvas.line(left, y, all.right(), y, 0.5, looks.border());
        tellBelow(label(left, y + 0.2 * pad), entry);
      }
    }
  }

  private Frame label(double left, double top) {
    return setter.line(left, top, looks.label().width(label), Align.LEFT, looks.label(), label);
  }

  /** Empty frames are of no width. */
  private Frame value(double left, double top, double room) {
    return value.isEmpty()
        ? Frame.of(left, top, 0, 0)
        : setter.line(left, top, room, Align.LEFT, looks.filled(), value);
  }

  private void tell(Frame name, Frame entry) {
    tell(label + "\n" + value, name, entry);
  }

  private void tellBeside(Frame name, Frame entry) {
    tell(label + " " + value, name, entry);
  }

  private void tellBelow(Frame name, Frame entry) {
    tell(value + "\n" + label, name, entry);
  }

  private void tell(String text, Frame name, Frame entry) {
    Frame around = value.isEmpty() ? name : name.with(entry);
    setter.sheet().add(new Paragraph(setter.sheet().box(around), value.isEmpty() ? label : text));
  }
}

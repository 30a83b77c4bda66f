package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.Pen;
import io.scriptorium.samples.synth.Dice;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;

/** A line to sign on, its label under it, and perhaps a signature. */
final class Signature implements Piece {
  private static final double PEN = 1.1;

  private final Setter setter;
  private final FormLooks looks;
  private final String label;
  private final double width;
  private final double[] reaches;

  Signature(Setter setter, FormLooks looks, String label, double width, Dice dice) {
    if (looks.label().width(label) > width) {
      throw new NoRoomException("a signature needs more than " + width + " points");
    }
    this.setter = setter;
    this.looks = looks;
    this.label = label;
    this.width = width;
    this.reaches = new double[dice.chance(0.8) ? dice.between(5, 9) : 0];
    for (int i = 0; i < reaches.length; i++) {
      reaches[i] = dice.between(0.3, 1.0);
    }
  }

  private double room() {
    return 2.6 * looks.filled().size();
  }

  @Override
  public double height() {
    return room() + setter.leading(looks.label());
  }

  @Override
  public void draw(double left, double top) {
    double y = top + room();
    setter.sheet().canvas().line(left, y, left + width, y, 0.5, looks.border());
    if (reaches.length > 0) {
      Path2D stroke = stroke(left + 0.1 * width, y - 0.3 * room());
      Pen.draw(setter.sheet().canvas(), stroke, PEN, looks.filled().color());
      setter.sheet().add(new Image(setter.sheet().box(extent(stroke).grown(PEN / 2))));
    }
    Frame name = setter.line(left, y + 0.5, width, Align.LEFT, looks.label(), label);
    setter.sheet().add(new Paragraph(setter.sheet().box(name), label));
  }

  /** Loops of several heights that lean on one base. */
  private Path2D stroke(double left, double base) {
    Path2D path = new Path2D.Double();
    double step = Math.min(0.75 * width / reaches.length, looks.filled().size());
    path.moveTo(left, base);
    double x = left;
    for (int i = 0; i < reaches.length; i++) {
      double up = 0.85 * room() * reaches[i] * (i == 0 ? 1 : 0.6);
      double on = step * (1.4 - reaches[i]);
      double end = base + 0.12 * room() * (reaches[i] - 0.6);
      path.curveTo(x - 0.3 * on, base - up, x + 1.6 * on, base - 0.9 * up, x + on, end);
      x += on;
    }
    return path;
  }

  private static Frame extent(Path2D path) {
    double[] p = new double[6];
    FlatteningPathIterator flat = new FlatteningPathIterator(path.getPathIterator(null), 0.05);
    flat.currentSegment(p);
    Frame all = new Frame(p[0], p[1], p[0], p[1]);
    for (; !flat.isDone(); flat.next()) {
      flat.currentSegment(p);
      all = all.with(new Frame(p[0], p[1], p[0], p[1]));
    }
    return all;
  }
}

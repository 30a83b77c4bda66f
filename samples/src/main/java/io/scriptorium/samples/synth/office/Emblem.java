package io.scriptorium.samples.synth.office;

import io.scriptorium.htmlschema.Image;
import io.scriptorium.samples.drawing.Canvas;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.Dice;
import java.awt.Color;
import java.awt.geom.Path2D;

/** The mark of a house: a square picture of a few shapes. */
record Emblem(Sheet sheet, int motif, int count, double side, Color dark, Color light)
    implements Piece {
  static Emblem choose(Sheet sheet, Dice dice, double side, Color dark, Color light) {
    return new Emblem(sheet, dice.between(0, 4), dice.between(2, 5), side, dark, light);
  }

  @Override
  public double height() {
    return side;
  }

  @Override
  public void draw(double left, double top) {
    Frame frame = Frame.of(left, top, side, side);
    Canvas canvas = sheet.canvas();
    switch (motif) {
      case 0 -> bars(canvas, frame);
      case 1 -> {
        canvas.fill(disc(frame.centre(), frame.middle(), side / 2), dark);
        canvas.fill(disc(frame.centre() - side / 10, frame.middle(), side / 4), light);
      }
      case 2 -> {
        canvas.fill(frame, dark);
        canvas.fill(polygon(frame.grown(-side / 6), 3 + count), light);
      }
      case 3 -> canvas.fill(polygon(frame, 2 + count), dark);
      default -> tiles(canvas, frame);
    }
    sheet.add(new Image(sheet.box(frame)));
  }

  private void bars(Canvas canvas, Frame frame) {
    double width = side / (2 * count - 1);
    for (int i = 0; i < count; i++) {
      double height = side * (i + 1) / count;
      double left = frame.left() + 2 * i * width;
      canvas.fill(new Frame(left, frame.bottom() - height, left + width, frame.bottom()), dark);
    }
  }

  private void tiles(Canvas canvas, Frame frame) {
    double width = side / count;
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < count; column++) {
        Color color = (row + column) % 2 == 0 ? dark : light;
        canvas.fill(
            Frame.of(frame.left() + column * width, frame.top() + row * width, width, width),
            color);
      }
    }
  }

  /** A regular polygon that touches the frame's top and bottom, or nearly so. */
  private static Path2D polygon(Frame frame, int corners) {
    Path2D path = new Path2D.Double();
    double radius = frame.width() / 2;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double x = frame.centre() + radius * StrictMath.sin(angle);
      double y = frame.middle() - radius * StrictMath.cos(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private static Path2D disc(double x, double y, double r) {
    double k = 0.5523 * r;
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - r);
    path.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    path.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    path.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    path.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    path.closePath();
    return path;
  }
}

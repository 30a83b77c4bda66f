package io.scriptorium.samples.synth.layout;

import io.scriptorium.htmlschema.Image;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Pen;
import io.scriptorium.samples.drawing.Sheet;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.flow.Piece;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** A signature that nobody can read. */
final class SignaturePiece implements Piece {
  private static final double PEN = 1.1;

  private final Path2D stroke;
  private final double indent;
  private final Color ink;

  private SignaturePiece(Path2D stroke, double indent, Color ink) {
    this.stroke = stroke;
    this.indent = indent;
    this.ink = ink;
  }

  /**
   * @param size of the text around it, in points
   */
  static SignaturePiece write(Dice dice, double size, Color ink) {
    Path2D stroke = new Path2D.Double();
    double x = 0;
    double y = 0;
    stroke.moveTo(x, y);
    int loops = dice.between(4, 9);
    for (int i = 0; i < loops; i++) {
      double reach = i == 0 ? 2.4 : dice.between(0.4, 1.6);
      double step = dice.between(0.6, 1.5) * size;
      double up = -reach * size * (i % 2 == 0 ? 1 : 0.2);
      stroke.curveTo(
          x + dice.between(-0.5, 0.6) * size,
          y + up,
          x + step + dice.between(-0.3, 0.8) * size,
          y + up * dice.between(0.5, 1.2),
          x + step,
          dice.between(-0.3, 0.4) * size);
      x += step;
      y = stroke.getCurrentPoint().getY();
    }
    stroke.curveTo(x + size, y - 0.4 * size, x + 2 * size, y + 0.3 * size, x + 3 * size, y);
    return new SignaturePiece(stroke, dice.between(0, 1.5) * size, ink);
  }

  @Override
  public double height() {
    return Frame.around(stroke).height() + PEN;
  }

  @Override
  public void draw(Sheet sheet, double left, double top) {
    Frame bounds = Frame.around(stroke);
    double x = left + indent - bounds.left();
    double y = top + PEN / 2 - bounds.top();
    Path2D placed = new Path2D.Double(stroke, AffineTransform.getTranslateInstance(x, y));
    Pen.draw(sheet.canvas(), placed, PEN, ink);
    Frame around = Frame.around(placed);
    sheet.add(new Image(sheet.box(around.grown(PEN / 2))));
  }
}

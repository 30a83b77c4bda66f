package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.flow.Piece;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Makes pictures without any text: landscapes, towns, patterns. */
public final class PictureMaker {
  private final Dice dice;
  private final boolean framed;
  private final boolean grey;

  public PictureMaker(Desk desk) {
    this.dice = desk.dice();
    this.framed = dice.chance(0.4);
    this.grey = dice.chance(0.35);
  }

  /** A picture as wide as this, or narrower and in the middle. */
  public Piece picture(double width, double height) {
    double own = dice.chance(0.6) ? width : width * dice.between(0.4, 0.95);
    long seed = dice.bits();
    // What is drawn comes from dice of its own, so that it is the same however often it is drawn.
    PicturePiece.Motif motif =
        switch (dice.between(0, 4)) {
          case 0 -> (drawing, frame) -> landscape(new Dice(seed), drawing, frame);
          case 1 -> (drawing, frame) -> town(new Dice(seed), drawing, frame);
          case 2 -> (drawing, frame) -> discs(new Dice(seed), drawing, frame);
          case 3 -> (drawing, frame) -> mosaic(new Dice(seed), drawing, frame);
          default -> (drawing, frame) -> flower(new Dice(seed), drawing, frame);
        };
    PicturePiece.Motif whole =
        (drawing, frame) -> {
          motif.draw(drawing, frame);
          if (framed) {
            drawing.outline(frame.grown(-0.4), 0.8, Color.DARK_GRAY);
          }
        };
    return new PicturePiece(whole, (width - own) / 2, own, height);
  }

  private void landscape(Dice chance, Drawing drawing, Frame frame) {
    drawing.fill(frame, tone(chance, 0.55f, 0.3f, 0.9f));
    double radius = 0.12 * Math.min(frame.width(), frame.height());
    double sunX = chance.between(frame.left() + radius, frame.right() - radius);
    disc(drawing, sunX, frame.top() + 2 * radius, radius, tone(chance, 0.12f, 0.6f, 0.95f));
    for (int ridge = 0; ridge < 3; ridge++) {
      double base = frame.top() + frame.height() * (0.35 + 0.18 * ridge);
      Path2D hills = new Path2D.Double();
      hills.moveTo(frame.left(), frame.bottom());
      int points = chance.between(4, 9);
      for (int i = 0; i <= points; i++) {
        double x = frame.left() + frame.width() * i / points;
        hills.lineTo(x, base + frame.height() * chance.between(0.0, 0.17));
      }
      hills.lineTo(frame.right(), frame.bottom());
      hills.closePath();
      drawing.fill(hills, tone(chance, 0.33f, 0.4f, 0.7f - 0.2f * ridge));
    }
  }

  private void town(Dice chance, Drawing drawing, Frame frame) {
    drawing.fill(frame, tone(chance, 0.6f, 0.2f, 0.85f));
    int houses = chance.between(4, 10);
    double width = frame.width() / houses;
    for (int i = 0; i < houses; i++) {
      double top = frame.top() + frame.height() * chance.between(0.15, 0.7);
      double left = frame.left() + i * width;
      Frame house = new Frame(left, top, left + width * 0.96, frame.bottom());
      drawing.fill(house, tone(chance, chance.between(0, 100) / 100f, 0.35f, 0.6f));
      double pane = width / 5;
      Color light = tone(chance, 0.14f, 0.5f, 0.95f);
      for (double y = top + pane; y + pane < frame.bottom(); y += 2 * pane) {
        drawing.fill(Frame.of(left + pane, y, pane, pane * 1.2), light);
        drawing.fill(Frame.of(left + 2.8 * pane, y, pane, pane * 1.2), light);
      }
    }
  }

  private void discs(Dice chance, Drawing drawing, Frame frame) {
    drawing.fill(frame, tone(chance, chance.between(0, 100) / 100f, 0.15f, 0.9f));
    int count = chance.between(5, 25);
    double most = Math.min(frame.width(), frame.height()) / 3;
    for (int i = 0; i < count; i++) {
      double radius = chance.between(most * 0.1, most);
      double x = chance.between(frame.left() + radius, frame.right() - radius);
      double y = chance.between(frame.top() + radius, frame.bottom() - radius);
      Color color = tone(chance, chance.between(0, 100) / 100f, 0.5f, 0.4f + 0.02f * i);
      disc(drawing, x, y, radius, color);
    }
  }

  private void mosaic(Dice chance, Drawing drawing, Frame frame) {
    int columns = chance.between(6, 24);
    int rows = Math.max(3, (int) (columns * frame.height() / frame.width()));
    double width = frame.width() / columns;
    double height = frame.height() / rows;
    float hue = chance.between(0, 100) / 100f;
    double slope = chance.between(-0.5, 0.5);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double shade = 0.5 + slope * (column / (double) columns - row / (double) rows);
        float bright = (float) Math.min(0.95, Math.max(0.1, shade + chance.between(-0.15, 0.15)));
        drawing.fill(
            Frame.of(frame.left() + column * width, frame.top() + row * height, width, height),
            tone(chance, hue, 0.35f, bright));
      }
    }
  }

  private void flower(Dice chance, Drawing drawing, Frame frame) {
    drawing.fill(frame, tone(chance, 0.3f, 0.1f, 0.92f));
    double reach = Math.min(frame.width(), frame.height()) / 2;
    int petals = chance.between(5, 12);
    Color petal = tone(chance, chance.between(0, 100) / 100f, 0.6f, 0.8f);
    for (int i = 0; i < petals; i++) {
      double angle = 2 * StrictMath.PI * i / petals;
      disc(
          drawing,
          frame.centre() + 0.55 * reach * StrictMath.cos(angle),
          frame.middle() + 0.55 * reach * StrictMath.sin(angle),
          Math.min(0.4 * reach, 1.6 * reach / petals),
          petal);
    }
    disc(drawing, frame.centre(), frame.middle(), 0.3 * reach, tone(chance, 0.1f, 0.8f, 0.6f));
  }

  private static void disc(Drawing drawing, double x, double y, double radius, Color color) {
    drawing.fill(
        new Path2D.Double(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)),
        color);
  }

  /** A colour near a hue; grey on a page of grey pictures. */
  private Color tone(Dice chance, float hue, float saturation, float brightness) {
    float near = hue + (float) chance.between(-0.04, 0.04);
    float bright = Math.min(0.92f, Math.max(0, brightness));
    return Color.getHSBColor(near, grey ? 0 : saturation, bright);
  }
}

package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A pie, or a ring, of shares in percent.
 *
 * @param outside whether names and shares stand around it; otherwise the shares stand in it and the
 *     names in a legend on its right
 * @param turn angle at which the first slice starts, in degrees
 */
record PieChart(
    ChartData data,
    List<Paint> paints,
    boolean ring,
    boolean outside,
    double turn,
    ChartStyle style)
    implements ChartForm {

  @Override
  public void draw(Drawing drawing, Frame room) {
    if (outside) {
      drawWithNamesAround(drawing, room);
    } else {
      drawWithLegend(drawing, room);
    }
  }

  private void drawWithLegend(Drawing drawing, Frame room) {
    TextStyle label = style.label();
    Legend legend =
        new Legend(data.categories(), label, (d, frame, index) -> paints.get(index).fill(d, frame));
    double beside = legend.columnWidth() + 2 * label.size();
    double radius = Math.min(room.height(), room.width() - beside) / 2 - 1;
    boolean low = legend.columnHeight() > room.height();
    if (low || radius < 4 * label.size()) {
      throw new NoRoomException("a pie needs more room");
    }
    double x = room.left() + (room.width() - beside) / 2;
    double at = (ring ? 0.74 : 0.66) * radius;
    drawSlices(drawing, x, room.middle(), radius);
    for (int i = 0; i < data.categories().size(); i++) {
      double angle = StrictMath.toRadians(middle(i));
      drawing.textCentred(
          x + at * StrictMath.cos(angle),
          room.middle() - at * StrictMath.sin(angle) + label.capHeight() / 2,
          label.in(paints.get(i).onTop(style.page())),
          data.series().get(0).printed().get(i));
    }
    legend.drawColumn(
        drawing, x + radius + 1.5 * label.size(), room.middle() - legend.columnHeight() / 2);
  }

  private void drawWithNamesAround(Drawing drawing, Frame room) {
    TextStyle label = style.label();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < data.categories().size(); i++) {
      texts.add(data.categories().get(i) + " " + data.series().get(0).printed().get(i));
    }
    double widest = texts.stream().mapToDouble(label::width).max().orElseThrow();
    double aside = widest + 1.3 * label.size();
    double radius = Math.min(room.width() / 2 - aside, room.height() / 2 - 1.8 * label.size());
    if (radius < 3.5 * label.size()) {
      throw new NoRoomException("a pie with names around it needs more room");
    }
    List<Frame> names = new ArrayList<>();
    List<double[]> starts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      double angle = StrictMath.toRadians(middle(i));
      double width = label.width(texts.get(i));
      double x = room.centre() + (radius + 0.8 * label.size()) * StrictMath.cos(angle);
      double y = room.middle() - (radius + 0.8 * label.size()) * StrictMath.sin(angle);
      double left = StrictMath.cos(angle) >= 0 ? x : x - width;
      double baseline = y + label.capHeight() / 2;
      starts.add(new double[] {left, baseline});
      names.add(
          new Frame(left, baseline - label.ascent(), left + width, baseline + label.descent()));
    }
    requireApart(names);
    drawSlices(drawing, room.centre(), room.middle(), radius);
    for (int i = 0; i < texts.size(); i++) {
      drawing.text(starts.get(i)[0], starts.get(i)[1], label, texts.get(i));
    }
  }

  private static void requireApart(List<Frame> names) {
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        Frame a = names.get(i);
        Frame b = names.get(j);
        if (a.left() < b.right()
            && b.left() < a.right()
            && a.top() < b.bottom()
            && b.top() < a.bottom()) {
          throw new NoRoomException("two names around a pie meet");
        }
      }
    }
  }

  private void drawSlices(Drawing drawing, double x, double y, double radius) {
    for (int i = 0; i < data.categories().size(); i++) {
      double extent = 3.6 * data.series().get(0).values().get(i);
      Arc2D arc =
          new Arc2D.Double(
              x - radius, y - radius, 2 * radius, 2 * radius, start(i), extent, Arc2D.PIE);
      drawing.fill(new Path2D.Double(arc), paints.get(i).color());
    }
    for (int i = 0; i < data.categories().size(); i++) {
      double angle = StrictMath.toRadians(start(i));
      drawing.line(
          x,
          y,
          x + radius * StrictMath.cos(angle),
          y - radius * StrictMath.sin(angle),
          0.8,
          style.page().paper());
    }
    if (ring) {
      double hole = 0.48 * radius;
      drawing.fill(
          new Path2D.Double(new Ellipse2D.Double(x - hole, y - hole, 2 * hole, 2 * hole)),
          style.page().paper());
    }
  }

  private double start(int slice) {
    double before = data.series().get(0).values().stream().limit(slice).mapToDouble(v -> v).sum();
    return turn + 3.6 * before;
  }

  private double middle(int slice) {
    return start(slice) + 1.8 * data.series().get(0).values().get(slice);
  }
}

package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Points joined by lines.
 *
 * @param numbers the ticks as printed
 * @param valued whether the values are printed over the points; only one series then
 */
record LineChart(
    ChartData data,
    Scale scale,
    List<String> numbers,
    List<Color> colors,
    boolean valued,
    ChartStyle style)
    implements ChartForm {

  @Override
  public void draw(Drawing drawing, Frame room) {
    Axes axes = Axes.inside(room, scale, numbers, data, style);
    int count = data.categories().size();
    double slot = axes.plot().width() / count;
    TextStyle label = style.label();
    for (ChartData.Series series : data.series()) {
      if (valued && series.printed().stream().anyMatch(text -> label.width(text) > slot - 2)) {
        throw new NoRoomException("the values do not fit over their points");
      }
    }
    axes.drawBehind(drawing, style.gridlines() || !valued);
    for (int s = 0; s < data.series().size(); s++) {
      List<Double> values = data.series().get(s).values();
      for (int i = 1; i < count; i++) {
        drawing.line(
            axes.x(i - 1, count),
            axes.y(values.get(i - 1)),
            axes.x(i, count),
            axes.y(values.get(i)),
            1.1,
            colors.get(s));
      }
    }
    for (int s = 0; s < data.series().size(); s++) {
      for (int i = 0; i < count; i++) {
        double y = axes.y(data.series().get(s).values().get(i));
        drawMark(drawing, axes.x(i, count), y, s);
        if (valued) {
          drawValue(drawing, axes.x(i, count), y, data.series().get(s).printed().get(i));
        }
      }
    }
    axes.drawFront(drawing, data);
  }

  /** On a ground of its own, as a line may run through it. */
  private void drawValue(Drawing drawing, double x, double y, String text) {
    TextStyle label = style.label();
    double baseline = y - 0.55 * label.size();
    double half = label.width(text) / 2;
    drawing.fill(
        new Frame(x - half - 0.5, baseline - label.capHeight() - 1, x + half + 0.5, baseline + 1),
        style.page().paper());
    drawing.textCentred(x, baseline, label, text);
  }

  /** A colour in which a thin line is seen. */
  static Color strong(Color color) {
    double light = 0.3 * color.getRed() + 0.59 * color.getGreen() + 0.11 * color.getBlue();
    return light > 190 ? color.darker() : color;
  }

  void drawKey(Drawing drawing, Frame frame, int series) {
    drawing.line(
        frame.left(), frame.middle(), frame.right(), frame.middle(), 1.1, colors.get(series));
    drawMark(drawing, frame.centre(), frame.middle(), series);
  }

  private void drawMark(Drawing drawing, double x, double y, int series) {
    double r = 0.3 * style.label().size();
    Path2D path = new Path2D.Double();
    switch (series % 4) {
      case 0 -> path.append(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), false);
      case 1 -> polygon(path, x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
      case 2 -> polygon(path, x, y - 1.3 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
      default -> polygon(path, x, y - 1.4 * r, x + 1.4 * r, y, x, y + 1.4 * r, x - 1.4 * r, y);
    }
    drawing.fill(path, colors.get(series));
  }

  private static void polygon(Path2D path, double... points) {
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
  }
}

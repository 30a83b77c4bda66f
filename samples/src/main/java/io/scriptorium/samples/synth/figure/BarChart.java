package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.util.List;

/**
 * Upright bars, side by side or on top of each other.
 *
 * @param numbers the ticks as printed
 * @param valued whether the values are printed at the bars
 */
record BarChart(
    ChartData data,
    Scale scale,
    List<String> numbers,
    List<Paint> paints,
    boolean stacked,
    boolean valued,
    ChartStyle style)
    implements ChartForm {

  @Override
  public void draw(Drawing drawing, Frame room) {
    Axes axes = Axes.inside(room, scale, numbers, data, style);
    int count = data.categories().size();
    double slot = axes.plot().width() / count;
    int beside = stacked ? 1 : data.series().size();
    double bar = Math.min(slot * 0.8 / beside, 40);
    requireRoom(axes, bar);
    axes.drawBehind(drawing, style.gridlines() || !valued);
    for (int i = 0; i < count; i++) {
      double left = axes.x(i, count) - bar * beside / 2;
      if (stacked) {
        drawStack(drawing, axes, i, left, bar);
      } else {
        drawGroup(drawing, axes, i, left, bar);
      }
    }
    axes.drawFront(drawing, data);
  }

  private void requireRoom(Axes axes, double bar) {
    if (bar < 4) {
      throw new NoRoomException("the bars are too thin");
    }
    if (!valued) {
      return;
    }
    for (ChartData.Series series : data.series()) {
      for (int i = 0; i < series.values().size(); i++) {
        double height = axes.plot().bottom() - axes.y(series.values().get(i));
        boolean low = stacked && height < style.label().size() * 1.15;
        double margin = 0.25 * style.label().size();
        if (low || style.label().width(series.printed().get(i)) > bar - margin) {
          throw new NoRoomException("a value does not fit at its bar");
        }
      }
    }
  }

  private void drawGroup(Drawing drawing, Axes axes, int category, double left, double bar) {
    double x = left;
    for (int s = 0; s < data.series().size(); s++) {
      ChartData.Series series = data.series().get(s);
      double top = axes.y(series.values().get(category));
      paints.get(s).fill(drawing, new Frame(x, top, x + bar, axes.plot().bottom()));
      if (valued) {
        drawing.textCentred(
            x + bar / 2,
            top - 0.3 * style.label().size(),
            style.label(),
            series.printed().get(category));
      }
      x += bar;
    }
  }

  private void drawStack(Drawing drawing, Axes axes, int category, double left, double bar) {
    double base = axes.plot().bottom();
    TextStyle label = style.label();
    for (int s = 0; s < data.series().size(); s++) {
      ChartData.Series series = data.series().get(s);
      double height = axes.plot().bottom() - axes.y(series.values().get(category));
      Frame segment = new Frame(left, base - height, left + bar, base);
      Paint paint = paints.get(s);
      paint.fill(drawing, segment);
      drawing.textCentred(
          segment.centre(),
          segment.middle() + label.capHeight() / 2,
          label.in(paint.onTop(style.page())),
          series.printed().get(category));
      base -= height;
    }
  }
}

package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.util.List;

/**
 * Level bars of one series, one under the other.
 *
 * @param numbers the ticks as printed
 * @param valued whether the values are printed at the bars, and not at an axis
 */
record LevelBarChart(
    ChartData data,
    Scale scale,
    List<String> numbers,
    Paint paint,
    boolean valued,
    ChartStyle style)
    implements ChartForm {

  @Override
  public void draw(Drawing drawing, Frame room) {
    TextStyle label = style.label();
    double names =
        data.categories().stream().mapToDouble(label::width).max().orElseThrow()
            + 0.6 * label.size();
    ChartData.Series series = data.series().get(0);
    double beyond =
        (valued ? series.printed() : numbers)
            .stream().mapToDouble(label::width).max().orElseThrow();
    double head = data.valueTitle().isEmpty() ? 0 : 1.8 * label.size();
    double foot = valued ? 1 : 1.8 * label.size();
    double reach = valued ? beyond + 0.5 * label.size() : beyond / 2 + 1;
    Frame plot =
        new Frame(
            room.left() + names,
            room.top() + head,
            Math.max(room.left() + names, room.right() - reach),
            Math.max(room.top() + head, room.bottom() - foot));
    double slot = plot.height() / data.categories().size();
    double tick = plot.width() / (numbers.size() - 1);
    if (plot.width() < 50 || slot < 1.2 * label.size() || (!valued && tick < beyond * 1.3)) {
      throw new NoRoomException("level bars need more room");
    }
    if (!data.valueTitle().isEmpty()) {
      drawing.text(plot.left(), room.top() + label.size(), style.bold(), data.valueTitle());
    }
    if (!valued) {
      drawTicks(drawing, plot);
    }
    for (int i = 0; i < data.categories().size(); i++) {
      double middle = plot.top() + (i + 0.5) * slot;
      double right = plot.left() + scale.place(series.values().get(i)) * plot.width();
      double half = Math.min(slot * 0.36, 12);
      paint.fill(drawing, new Frame(plot.left(), middle - half, right, middle + half));
      double baseline = middle + label.capHeight() / 2;
      drawing.textRight(
          plot.left() - 0.5 * label.size(), baseline, label, data.categories().get(i));
      if (valued) {
        drawing.text(right + 0.4 * label.size(), baseline, label, series.printed().get(i));
      }
    }
    drawing.line(plot.left(), plot.top(), plot.left(), plot.bottom(), 0.8, style.page().ink());
  }

  private void drawTicks(Drawing drawing, Frame plot) {
    TextStyle label = style.label();
    for (int i = 0; i < numbers.size(); i++) {
      double x = plot.left() + scale.place(scale.tick(i)) * plot.width();
      drawing.line(x, plot.top(), x, plot.bottom(), 0.5, style.page().hairline());
      double baseline = plot.bottom() + 0.5 * label.size() + label.capHeight();
      drawing.textCentred(x, baseline, label, numbers.get(i));
    }
  }
}

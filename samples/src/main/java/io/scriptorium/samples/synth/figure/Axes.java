package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.awt.Color;
import java.util.List;

/**
 * The upright value axis and the level category axis of a chart.
 *
 * @param numbers the ticks as printed
 */
record Axes(Frame plot, Scale scale, List<String> numbers, ChartStyle style) {
  private static final double LEAST = 40;

  /** The plot inside what is left for it once everything around it has its room. */
  static Axes inside(
      Frame room, Scale scale, List<String> numbers, ChartData data, ChartStyle style) {
    TextStyle label = style.label();
    double widest = numbers.stream().mapToDouble(label::width).max().orElse(0);
    double foot = label.size() * (data.categoryTitle().isEmpty() ? 1.6 : 3);
    double head = label.size() * (data.valueTitle().isEmpty() ? 1.1 : 2.4);
    double left = room.left() + widest + 0.7 * label.size();
    double right = room.right() - 1;
    if (right - left < LEAST || room.height() - head - foot < LEAST) {
      throw new NoRoomException("a plot needs more room");
    }
    Frame plot = new Frame(left, room.top() + head, right, room.bottom() - foot);
    double slot = plot.width() / data.categories().size();
    for (String category : data.categories()) {
      if (label.width(category) > slot - 0.4 * label.size()) {
        throw new NoRoomException("a category is wider than its part of the axis");
      }
    }
    return new Axes(plot, scale, numbers, style);
  }

  double y(double value) {
    return plot.bottom() - scale.place(value) * plot.height();
  }

  /** The middle of a category's part of the axis. */
  double x(int category, int categories) {
    return plot.left() + (category + 0.5) * plot.width() / categories;
  }

  void drawBehind(Drawing drawing, boolean gridlines) {
    Color hairline = style.page().hairline();
    TextStyle label = style.label();
    for (int i = 0; i < numbers.size(); i++) {
      double y = y(scale.tick(i));
      if (gridlines) {
        drawing.line(plot.left(), y, plot.right(), y, 0.5, hairline);
      }
      drawing.line(plot.left() - 2.5, y, plot.left(), y, 0.6, style.page().ink());
      drawing.textRight(
          plot.left() - 0.5 * label.size(), y + label.capHeight() / 2, label, numbers.get(i));
    }
  }

  void drawFront(Drawing drawing, ChartData data) {
    Color ink = style.page().ink();
    TextStyle label = style.label();
    drawing.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), 0.8, ink);
    drawing.line(plot.left(), plot.top(), plot.left(), plot.bottom(), 0.8, ink);
    if (style.framed()) {
      drawing.outline(plot, 0.6, ink);
    }
    double baseline = plot.bottom() + 0.5 * label.size() + label.capHeight();
    int count = data.categories().size();
    for (int i = 0; i < count; i++) {
      drawing.textCentred(x(i, count), baseline, label, data.categories().get(i));
    }
    if (!data.categoryTitle().isEmpty()) {
      drawing.textCentred(
          plot.centre(), baseline + 1.4 * label.size(), style.bold(), data.categoryTitle());
    }
    if (!data.valueTitle().isEmpty()) {
      double left = plot.left() - label.width(numbers.get(numbers.size() - 1));
      double above = plot.top() - 1.1 * label.size();
      drawing.text(left, above, style.bold(), data.valueTitle());
    }
  }
}

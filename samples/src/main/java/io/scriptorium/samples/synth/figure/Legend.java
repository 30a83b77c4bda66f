package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.NoRoomException;
import io.scriptorium.samples.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Names beside samples of what they name. */
final class Legend {
  private final List<String> names;
  private final TextStyle style;
  private final Key key;

  /** Draws the sample of one entry. */
  interface Key {
    void draw(Drawing drawing, Frame frame, int index);
  }

  Legend(List<String> names, TextStyle style, Key key) {
    this.names = List.copyOf(names);
    this.style = style;
    this.key = key;
  }

  private double entry(String name) {
    return side() * 1.4 + style.width(name);
  }

  private double side() {
    return 0.9 * style.size();
  }

  double rowHeight() {
    return 1.4 * style.size();
  }

  /** Width of the entries one under the other, in points. */
  double columnWidth() {
    return names.stream().mapToDouble(this::entry).max().orElse(0);
  }

  double columnHeight() {
    return names.size() * rowHeight();
  }

  void drawColumn(Drawing drawing, double left, double top) {
    for (int i = 0; i < names.size(); i++) {
      drawEntry(drawing, left, top + i * rowHeight(), i);
    }
  }

  /** Height of the entries side by side, in as many lines as they need. */
  double rowsHeight(double width) {
    return rows(width).size() * rowHeight();
  }

  void drawRows(Drawing drawing, double left, double top, double width) {
    double y = top;
    int index = 0;
    for (List<String> row : rows(width)) {
      double x = left;
      for (String name : row) {
        drawEntry(drawing, x, y, index++);
        x += entry(name) + style.size();
      }
      y += rowHeight();
    }
  }

  private List<List<String>> rows(double width) {
    List<List<String>> rows = new ArrayList<>();
    double x = 0;
    for (String name : names) {
      double entry = entry(name);
      if (entry > width) {
        throw new NoRoomException("a legend is wider than " + width + " points");
      }
      if (rows.isEmpty() || x + entry > width) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.get(rows.size() - 1).add(name);
      x += entry + style.size();
    }
    return rows;
  }

  private void drawEntry(Drawing drawing, double left, double top, int index) {
    double baseline = top + style.ascent() + 0.1 * style.size();
    double side = side();
    double middle = baseline - style.capHeight() / 2;
    key.draw(drawing, Frame.of(left, middle - side / 2, side, side), index);
    drawing.text(left + side * 1.4, baseline, style, names.get(index));
  }
}

package io.scriptorium.samples.synth.layout;

import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.synth.Desk;
import java.util.ArrayList;
import java.util.List;

/** Cuts an area into columns. */
final class Columns {
  private Columns() {}

  /**
   * @param top where they start, in points
   */
  static List<Frame> of(Frame area, double top, int count, double gap) {
    double width = (area.width() - gap * (count - 1)) / count;
    List<Frame> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double left = area.left() + i * (width + gap);
      columns.add(new Frame(left, top, left + width, area.bottom()));
    }
    return columns;
  }

  /** One column, or two where both are wide enough to be read. */
  static int count(Desk desk, double probability) {
    double width = desk.style().typeArea().width();
    boolean wide = width > 34 * desk.style().size();
    return wide && desk.dice().chance(probability) ? 2 : 1;
  }

  /** Draws lines between columns. */
  static void part(Desk desk, List<Frame> columns) {
    for (int i = 1; i < columns.size(); i++) {
      double x = (columns.get(i - 1).right() + columns.get(i).left()) / 2;
      Frame column = columns.get(i);
      desk.sheet().canvas().line(x, column.top(), x, column.bottom(), 0.4, desk.style().hairline());
    }
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;

/** Lines of type in a piece and the words that stand together in them. In pixels of the ink map. */
final class TypeLines {
  /** How far above or below a box its lines are at most. */
  private static final int REACH = 12;

  /** How far to the left and right. */
  private static final int FAR = 80;

  /** Of a line's height, a gap that parts words from what stands beside them. */
  private static final double GAP = 0.7;

  /** The least such gap, in small type, and the greatest, in large type. */
  private static final int NARROW = 4;

  private static final int WIDE = 12;

  /** Rows with ink, or close to it, of a column of type; rules have fewer. */
  private static final int LOWEST = 3;

  private final InkSums ink;

  TypeLines(InkSums ink) {
    this.ink = ink;
  }

  /** Lines half of which are in a box, or of which the box is half. */
  List<Area> in(Area box) {
    Area around =
        new Area(
            box.left(),
            Math.max(0, box.top() - REACH),
            box.right(),
            Math.min(ink.whole().bottom(), box.bottom() + REACH));
    return InkLines.of(ink, around).lines().stream()
        .filter(
            line -> {
              int shared = Math.min(line.bottom(), box.bottom()) - Math.max(line.top(), box.top());
              return 2 * shared >= line.height() || 2 * shared >= box.height();
            })
        .toList();
  }

  /** An area with what stands beside it, as far as gaps between words go. */
  Area widened(Area area) {
    int left = Math.max(0, area.left() - FAR);
    int right = Math.min(ink.whole().right(), area.right() + FAR);
    return new Area(
        end(area, area.left(), left - 1, -1),
        area.top(),
        end(area, area.right() - 1, right, 1) + 1,
        area.bottom());
  }

  /** What stands together in all lines. */
  List<Area> runs() {
    List<Area> runs = new ArrayList<>();
    for (Area line : InkLines.of(ink, ink.whole()).lines()) {
      int from = line.left();
      while (from < line.right()) {
        int to = end(line, from, line.right(), 1) + 1;
        Area run = ink.trimmed(new Area(from, line.top(), to, line.bottom()));
        if (run.height() >= InkLines.LOWEST_TYPE) {
          runs.add(run);
        }
        from = to;
        while (from < line.right() && ink.inColumn(line, from) == 0) {
          from++;
        }
      }
    }
    return runs;
  }

  /** The last column with type from one on, before another. */
  private int end(Area area, int from, int before, int step) {
    double gap = Math.min(WIDE, Math.max(NARROW, GAP * area.height()));
    int last = from;
    for (int x = from + step; step * x < step * before && Math.abs(x - last) <= gap; x += step) {
      last = isType(area, x) ? x : last;
    }
    return last;
  }

  /** Whether what is in a column is higher than a rule. */
  private boolean isType(Area rows, int x) {
    if (ink.inColumn(rows, x) == 0) {
      return false;
    }
    int right = Math.min(ink.whole().right(), x + 2);
    Area around = new Area(Math.max(0, x - 1), rows.top(), right, rows.bottom());
    int inked = 0;
    for (int y = rows.top(); y < rows.bottom() && inked < LOWEST; y++) {
      inked += ink.inRow(around, y) > 0 ? 1 : 0;
    }
    return inked == LOWEST;
  }
}

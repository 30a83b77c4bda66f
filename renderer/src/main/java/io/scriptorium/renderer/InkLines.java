package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of an area, from top to bottom: runs of rows with ink, between rows without. A line is
 * what lies between two such gaps, so a ruled table or a picture is one, however high.
 *
 * @param lines each with the extent of its ink
 */
record InkLines(List<Area> lines) {
  /**
   * Less ink in a row is taken for dust; one pixel of the map is about a fourth of a millimetre.
   */
  static final int DUST = 1;

  /** Less ink in a line is no character. */
  private static final int LEAST_INK = 3;

  /** From 4 to 24 points on A4; outside of that lines are rules and pictures. */
  static final int LOWEST_TYPE = 4;

  static final int HIGHEST_TYPE = 30;

  static InkLines of(InkSums ink, Area area) {
    List<Area> lines = new ArrayList<>();
    int top = -1;
    for (int y = area.top(); y <= area.bottom(); y++) {
      boolean inked = y < area.bottom() && ink.inRow(area, y) > DUST;
      if (inked && top < 0) {
        top = y;
      } else if (!inked && top >= 0) {
        Area line = ink.trimmed(new Area(area.left(), top, area.right(), y));
        if (ink.in(line) >= LEAST_INK) {
          lines.add(line);
        }
        top = -1;
      }
    }
    return new InkLines(List.copyOf(lines));
  }

  int count() {
    return lines.size();
  }

  Area get(int index) {
    return lines.get(index);
  }

  /** The rows of lines, from one to another, which is exclusive, as far as an area is wide. */
  Area rows(Area area, int from, int to) {
    return new Area(area.left(), get(from).top(), area.right(), get(to - 1).bottom());
  }

  /** Empty rows above a line, to the one before it. */
  int gapAbove(int index) {
    return lines.get(index).top() - lines.get(index - 1).bottom();
  }

  /** The lines that are as high as lines of type. */
  List<Area> type() {
    return lines.stream()
        .filter(line -> line.height() >= LOWEST_TYPE && line.height() <= HIGHEST_TYPE)
        .toList();
  }

  /**
   * The height of lines of type: a low one, since what is drawn around type makes lines higher; 0
   * if there are none.
   */
  int typeHeight() {
    int[] heights = type().stream().mapToInt(Area::height).sorted().toArray();
    return heights.length == 0 ? 0 : heights[heights.length / 4];
  }

  /** The middle gap between lines; 0 if there are less than two. */
  int typicalGap() {
    int[] gaps = new int[Math.max(0, count() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gapAbove(i + 1);
    }
    Arrays.sort(gaps);
    return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few lines beside others: what they look like. Lengths are heights of a line of type.
 *
 * @param area with nothing but ink at its edges
 * @param lines of the area
 * @param height of a line of type, in pixels of the ink map; of the lower type where blocks differ
 */
record LineBlock(InkSums ink, Area area, InkLines lines, int height) {
  /** White of that width through all lines parts cells; after a box to tick there is as much. */
  private static final double CELL_GAP = 0.6;

  /** White of that width in most lines does, too, where a longer line crosses it. */
  private static final double WIDE_CELL_GAP = 1.5;

  private static final double WIDEST_BOX = 1.6;

  /** What is higher is drawn or framed. */
  private static final double HIGHEST_LINE = 2.5;

  /** Pixels of the ink map, and the part of the block's width that a rule covers. */
  private static final int RULE_HEIGHT = 3;

  private static final double RULED = 0.4;

  /**
   * What is on one side of a gutter.
   *
   * @param usual the height of lines of type where this side has none
   */
  static LineBlock of(InkSums ink, Area side, int usual) {
    Area area = ink.trimmed(side);
    InkLines lines = InkLines.of(ink, area);
    return new LineBlock(ink, area, lines, lines.typeHeight() == 0 ? usual : lines.typeHeight());
  }

  LineBlock withHeight(int lower) {
    return new LineBlock(ink, area, lines, lower);
  }

  int width() {
    return area.width();
  }

  /** Whether there are so many lines, with no more white between them, in heights of its own. */
  boolean isSet(double leading, int fewest) {
    InkLines type = new InkLines(lines.type());
    return type.count() >= fewest && type.typicalGap() <= leading * lines.typeHeight();
  }

  /** Whether most lines begin with a box to tick. */
  boolean isTicked() {
    List<Area> type = lines.type();
    return !type.isEmpty() && 2 * type.stream().filter(this::beginsWithBox).count() >= type.size();
  }

  private boolean beginsWithBox(Area line) {
    int box = run(line, line.left(), true);
    int white = run(line, line.left() + box, false);
    return box <= WIDEST_BOX * height && white >= CELL_GAP * height;
  }

  /** How many columns of pixels from one on have ink, or have none. */
  private int run(Area line, int from, boolean inked) {
    int to = from;
    while (to < line.right() && ink.inColumn(line, to) > 0 == inked) {
      to++;
    }
    return to - from;
  }

  /** Whether white goes through all lines, or wide white through most. */
  boolean hasCells() {
    List<Area> type = lines.type();
    long gaps = type.stream().filter(line -> hasGap(line, WIDE_CELL_GAP)).count();
    return hasGap(area, CELL_GAP) || 2 * gaps >= type.size();
  }

  private boolean hasGap(Area of, double width) {
    return Gutter.widest(ink, of, of.left(), of.right()).width() >= width * height;
  }

  /** Whether something is drawn, if only a rule. */
  boolean isDrawn() {
    return drawn().findAny().isPresent();
  }

  /** Whether what is drawn are the rules of a table, or a ground of its own. */
  boolean isTable() {
    return drawn()
        .anyMatch(
            line ->
                IntStream.range(line.top(), Math.min(line.bottom(), line.top() + RULE_HEIGHT))
                    .anyMatch(this::isCovered));
  }

  /** Lines that are too low or too high for type. */
  private Stream<Area> drawn() {
    return lines.lines().stream()
        .filter(
            line ->
                line.height() > HIGHEST_LINE * height
                    || (line.height() <= RULE_HEIGHT && isCovered(line.top())));
  }

  private boolean isCovered(int row) {
    return ink.inRow(area, row) >= RULED * area.width();
  }
}

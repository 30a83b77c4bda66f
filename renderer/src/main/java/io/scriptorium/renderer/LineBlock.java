package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few lines beside others: what they look like. Safe for use by several threads.
 *
 * @param ink of the page
 * @param area with ink at each of its edges
 * @param lines of the area
 * @param height of a line of type, in pixels of the ink map; of the lower type where blocks differ
 */
record LineBlock(InkSums ink, Area area, InkLines lines, int height) {
  /** White of that width, in heights, parts cells; after a box to tick there is as much. */
  private static final double CELL_GAP = 0.6;

  /** White of that width in half of the lines does, too, where a longer line crosses it. */
  private static final double WIDE_CELL_GAP = 1.5;

  private static final double WIDEST_MARK = 1.6;

  /** What is so many times as high as the lower type is drawn, framed or a title. */
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

  /** Whether half of the lines begin with a mark, such as a box to tick. */
  boolean isMarked() {
    List<Area> type = lines.type();
    return !type.isEmpty() && 2 * type.stream().filter(this::beginsWithMark).count() >= type.size();
  }

  private boolean beginsWithMark(Area line) {
    int mark = run(line, line.left(), true);
    int white = run(line, line.left() + mark, false);
    return mark <= WIDEST_MARK * height && white >= CELL_GAP * height;
  }

  /** How many columns of pixels from one on have ink, or have none. */
  private int run(Area line, int from, boolean inked) {
    int to = from;
    while (to < line.right() && ink.inColumn(line, to) > 0 == inked) {
      to++;
    }
    return to - from;
  }

  /** Whether white goes through all lines, or half of them have wide white. */
  boolean hasCells() {
    List<Area> type = lines.type();
    long gaps = type.stream().filter(line -> hasGap(line, WIDE_CELL_GAP)).count();
    return hasGap(area, CELL_GAP) || 2 * gaps >= type.size();
  }

  private boolean hasGap(Area of, double width) {
    return Gutter.widestWhite(ink, of, of.left(), of.right()).width() >= width * height;
  }

  /** Whether something is drawn, if only a rule. */
  boolean isDrawn() {
    return drawn().findAny().isPresent();
  }

  /** Whether what is drawn has a rule, as a table does, or a ground of its own. */
  boolean isRuled() {
    return drawn().anyMatch(this::beginsWithRule);
  }

  /** Rules, and what is too high for type. */
  private Stream<Area> drawn() {
    return lines.lines().stream()
        .filter(
            line ->
                line.height() > HIGHEST_LINE * height
                    || (line.height() <= RULE_HEIGHT && beginsWithRule(line)));
  }

  private boolean beginsWithRule(Area line) {
    return IntStream.range(line.top(), Math.min(line.bottom(), line.top() + RULE_HEIGHT))
        .anyMatch(row -> ink.inRow(area, row) >= RULED * area.width());
  }
}

package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.BoundingBox;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is white between the lines of tables. */
final class RowSpacing {
  /**
   * How much more may be white between two rows of one table than usual, in heights of a line:
   * letters with and without ascenders and descenders differ by that.
   */
  private static final double MORE = 0.4;

  private RowSpacing() {}

  /**
   * Whether the lines of one part of a table follow on those of the part above as close as they
   * follow on each other. They do not if that is not known, as of two single lines.
   *
   * @param upper lines of type from top to bottom, of which some may be the lower part's, too
   */
  static boolean goesOn(List<BoundingBox> upper, List<BoundingBox> lower) {
    if (lower.isEmpty()) {
      return false;
    }
    BoundingBox first = lower.get(0);
    List<BoundingBox> own = upper.stream().filter(line -> isAbove(line, first)).toList();
    List<Integer> gaps = Stream.of(own, lower).flatMap(RowSpacing::gaps).sorted().toList();
    if (own.isEmpty() || gaps.isEmpty()) {
      return false;
    }
    List<Integer> heights =
        Stream.of(own, lower).flatMap(List::stream).map(RowSpacing::height).sorted().toList();
    int between = first.y1() - own.get(own.size() - 1).y2();
    return between <= median(gaps) + MORE * median(heights);
  }

  private static boolean isAbove(BoundingBox line, BoundingBox other) {
    return line.y1() + line.y2() <= 2 * other.y1();
  }

  private static Stream<Integer> gaps(List<BoundingBox> lines) {
    return IntStream.range(1, lines.size())
        .mapToObj(i -> lines.get(i).y1() - lines.get(i - 1).y2());
  }

  private static int height(BoundingBox line) {
    return line.y2() - line.y1();
  }

  private static int median(List<Integer> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}

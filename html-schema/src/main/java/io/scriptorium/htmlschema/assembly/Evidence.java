package io.scriptorium.htmlschema.assembly;

import io.scriptorium.htmlschema.Continuation.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a table goes on from another one. Each test is one that a form or a new table fails. */
final class Evidence {
  /** Parts of a page by which the sides of parts may differ. */
  private static final double SAME_SIDE = 0.03;

  /** A table that goes on below comes near the bottom, and goes on near the top. */
  private static final double LOW = 0.7;

  private static final double HIGH = 0.35;

  /** A table that goes on sideways reaches from margin to margin. */
  private static final double AT_RIGHT = 0.85;

  private static final double AT_LEFT = 0.15;

  private static final int MIN_ROWS = 3;
  private static final int MIN_NUMBERS = 5;

  private Evidence() {}

  /**
   * Weighs two tables.
   *
   * @param top the uppermost part above the one that may come next, whose head it may repeat
   * @param before the part that would come before
   * @param part the part that would come next
   */
  static boolean of(
      @Nullable TablePart top, TablePart before, TablePart part, Direction direction) {
    if (!before.isLast() || !part.isFirst() || part.grid().rows().isEmpty()) {
      return false;
    }
    return direction == Direction.DOWN
        ? goesOnBelow(top == null ? before : top, before, part)
        : goesOnAtTheRight(before, part);
  }

  private static boolean goesOnBelow(TablePart top, TablePart before, TablePart part) {
    return before.bottom() >= LOW
        && part.top() <= HIGH
        && part.grid().columns() >= 2
        && part.grid().columns() == before.grid().columns()
        && isNear(before.left(), part.left())
        && isNear(before.right(), part.right())
        && !TableText.endsWithTotal(before.grid())
        && !TableText.haveSameLabels(before.grid(), part.grid())
        && (TableText.repeatedHead(top.grid(), part.grid()) > 0
            || (TableText.headRows(part.grid()) == 0
                && TableText.haveSameKinds(before.grid(), part.grid())));
  }

  private static boolean goesOnAtTheRight(TablePart before, TablePart part) {
    int rows = part.grid().rows().size();
    return part.isLast()
        && rows == before.grid().rows().size()
        && rows >= MIN_ROWS
        && isNear(before.top(), part.top())
        && isNear(before.bottom(), part.bottom())
        && before.right() >= AT_RIGHT
        && part.left() <= AT_LEFT
        && haveOtherHeads(before, part)
        && (TableText.haveSameLabels(before.grid(), part.grid())
            || (rows >= MIN_NUMBERS && TableText.isAllNumbers(part.grid())));
  }

  /** Both have heads, and no word of one stands in the other but over the labels. */
  private static boolean haveOtherHeads(TablePart before, TablePart part) {
    int head = TableText.headRows(part.grid());
    if (head == 0 || head != TableText.headRows(before.grid())) {
      return false;
    }
    boolean labels = TableText.haveSameLabels(before.grid(), part.grid());
    Set<String> words = new HashSet<>(headWords(before, head, labels));
    return headWords(part, head, labels).stream().noneMatch(words::contains);
  }

  private static List<String> headWords(TablePart part, int head, boolean labels) {
    return part.grid().rows().subList(0, head).stream()
        .flatMap(row -> row.stream().skip(labels ? 1 : 0))
        .map(cell -> cell.text())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= SAME_SIDE;
  }
}

package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two sides of short lines on a page of 700 by 500 pixels of the ink map. */
class ColumnEvidenceTest {
  private static final int WIDTH = 700;
  private static final int HEIGHT = 500;
  private static final int TYPE = 10;
  private static final int LINE = 16;
  private static final int ROWS = 10;

  private final boolean[] ink = new boolean[WIDTH * HEIGHT];

  @Test
  void takesForCellsWhatStandsALittleOffTheMiddleOfTheLinesBesideIt() {
    for (int row = 0; row < ROWS; row++) {
      int top = 30 + 42 * row;
      line(20, top + LINE / 2, row == 0);
      line(400, top + 2, row == 0);
      line(400, top + 2 + LINE, row == 0);
    }

    assertThat(areColumns()).isFalse();
    assertThat(areCells()).isTrue();
  }

  @Test
  void takesForNoCellsWhatIsRunningTextInParts() {
    for (int row = 0; row < ROWS; row++) {
      int top = 30 + 42 * row;
      line(20, top + LINE / 2, row % 3 == 0);
      line(400, top + 2, row % 3 == 0);
      line(400, top + 2 + LINE, row % 3 == 0);
    }

    assertThat(areCells()).isFalse();
  }

  @Test
  void takesForColumnsWhatStandsAtOtherHeights() {
    for (int row = 0; row < ROWS; row++) {
      line(20, 30 + 42 * row, row == 0);
      line(400, 30 + 44 * row + row % 3 * 5, row == 0);
    }

    assertThat(areColumns()).isTrue();
    assertThat(areCells()).isFalse();
  }

  /**
   * @param wide as one line of a side is at least, so that the short ones are no running text
   */
  private void line(int left, int top, boolean wide) {
    for (int x = left; x < left + (wide ? 250 : 60); x += 8) {
      for (int y = top; y < top + TYPE; y++) {
        Arrays.fill(ink, y * WIDTH + x, y * WIDTH + x + 6, true);
      }
    }
  }

  private boolean areColumns() {
    InkSums sums = sums();
    return new ColumnEvidence(sums).areColumns(both(sums), gutter(sums));
  }

  private boolean areCells() {
    InkSums sums = sums();
    return new ColumnEvidence(sums).areCells(both(sums), gutter(sums));
  }

  private InkSums sums() {
    return new InkSums(WIDTH, HEIGHT, i -> ink[i]);
  }

  private static Area both(InkSums sums) {
    return sums.trimmed(sums.whole());
  }

  private static Gutter gutter(InkSums sums) {
    Area both = both(sums);
    return Gutter.widest(sums, both, both.left() + 100, both.right() - 100);
  }
}

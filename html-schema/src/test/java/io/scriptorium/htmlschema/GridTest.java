package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void acceptsSpansThatCoverEveryPlaceOnce() {
    Grid grid = grid(List.of(cell(1, 2), cell(2, 1)), List.of(cell(1, 1), cell(1, 1)));

    assertThat(grid.columns()).isEqualTo(3);
  }

  @Test
  void acceptsARowThatCellsAboveCoverWhole() {
    Grid grid = grid(List.of(cell(1, 2), cell(1, 2)), List.of());

    assertThat(grid.rows()).hasSize(2);
  }

  @Test
  void namesTheRowThatIsTooShort() {
    assertThatThrownBy(() -> grid(List.of(cell(2, 1)), List.of(cell(1, 1))))
        .hasMessage("row 2 of a table ends before the first row's 2 columns");
  }

  @Test
  void namesTheRowThatIsTooWide() {
    assertThatThrownBy(() -> grid(List.of(cell(1, 1)), List.of(cell(1, 1), cell(1, 1))))
        .hasMessage("row 2 of a table is wider than the first row's 1 columns");
  }

  @Test
  void rejectsASpanIntoACellFromAbove() {
    assertThatThrownBy(
            () ->
                grid(List.of(cell(1, 1), cell(1, 2), cell(1, 1)), List.of(cell(2, 1), cell(1, 1))))
        .hasMessage("row 2 of a table has a cell that a cell of a row above covers");
  }

  @Test
  void rejectsASpanPastTheLastRow() {
    assertThatThrownBy(() -> grid(List.of(cell(1, 3))))
        .hasMessage("row 1 of a table has rowspan 3 past the last row");
  }

  @Test
  void rejectsMorePlacesThanTheLimitBeforeLookingAtThem() {
    List<List<Cell>> rows = Collections.nCopies(101, List.of(cell(1000, 1)));

    assertThatThrownBy(() -> new Grid(rows))
        .hasMessage("table has 101 x 1000 places, more than 100000");
  }

  @Test
  void rejectsSpansOutsideTheLimitsOfHtml() {
    assertThatThrownBy(() -> cell(0, 1)).hasMessage("colspan 0 is not between 1 and 1000");
    assertThatThrownBy(() -> cell(1, 65535)).hasMessage("rowspan 65535 is not between 1 and 65534");
  }

  private static Cell cell(int colspan, int rowspan) {
    return new Cell("x", colspan, rowspan, false);
  }

  @SafeVarargs
  private static Grid grid(List<Cell>... rows) {
    return new Grid(Arrays.asList(rows));
  }
}

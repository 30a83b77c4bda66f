package io.scriptorium.parser.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableScoreTest {
  private static final Cell TOTAL = cell("Total", 2, 1);
  private static final Grid PRICES =
      grid(
          row("Item", "Qty", "Price"),
          row("Paper", "2", "3.50"),
          row("Ink", "1", "12.00"),
          List.of(TOTAL, cell("15.50", 1, 1)));

  @Test
  void isOneForEqualTables() {
    assertThat(TableScore.of(PRICES, PRICES)).isEqualTo(new TableScore(1, 1, false));
    assertThat(TableScore.of(Grid.EMPTY, Grid.EMPTY)).isEqualTo(new TableScore(1, 1, false));
  }

  /** Two rows and four cells are six nodes; one letter of four differs. */
  @Test
  void losesThePartOfACellThatDiffers() {
    TableScore score =
        TableScore.of(grid(row("abcd", "b"), row("c", "d")), grid(row("abxd", "b"), row("c", "d")));

    assertThat(score.teds()).isCloseTo(1 - 0.25 / 6, within(1e-12));
    assertThat(score.structure()).isEqualTo(1);
  }

  /** A row of two cells is three nodes of nine. */
  @Test
  void losesARowThatIsMissing() {
    TableScore score =
        TableScore.of(
            grid(row("a", "b"), row("c", "d"), row("e", "f")), grid(row("a", "b"), row("e", "f")));

    assertThat(score.teds()).isCloseTo(1 - 3 / 9.0, within(1e-12));
    assertThat(score.structure()).isCloseTo(1 - 3 / 9.0, within(1e-12));
  }

  /** One cell has other spans, one is inserted: two of three nodes. */
  @Test
  void takesACellWithOtherSpansForAnother() {
    TableScore score = TableScore.of(grid(List.of(cell("a", 2, 1))), grid(row("a", "")));

    assertThat(score.teds()).isCloseTo(1 - 2 / 3.0, within(1e-12));
    assertThat(score.structure()).isCloseTo(1 - 2 / 3.0, within(1e-12));
  }

  @Test
  void takesHeadersForCells() {
    Grid headers = grid(List.of(new Cell("a", 1, 1, true)));

    assertThat(TableScore.of(headers, grid(row("a"))).teds()).isEqualTo(1);
  }

  /** The figures are those of the Python packages apted 1.0.3 and RapidFuzz. */
  @Test
  void agreesWithAnotherImplementation() {
    assertScores(
        TableScore.of(
            PRICES,
            grid(
                row("Item", "Qty", "Price"),
                row("Paper", "2", "3.60"),
                row("Ink", "1", "12.00"),
                List.of(cell("Totals", 2, 1), cell("15.50", 1, 1)))),
        0.9722222222222222,
        1);
    assertScores(
        TableScore.of(
            PRICES,
            grid(row("Item", "Qty", "Price"), row("Ink", "1", "12.00"), row("Total", "", "15.50"))),
        0.6,
        0.8);
    assertScores(
        TableScore.of(
            PRICES,
            grid(
                row("Item", "Qty Price"),
                row("Paper", "2 3.50"),
                row("Ink", "1 12.00"),
                row("Total", "15.50"))),
        0.6624338624338624,
        0.7333333333333334);
    assertScores(
        TableScore.of(
            grid(List.of(cell("A", 1, 2), cell("b", 1, 1)), row("c")),
            grid(row("A", "b"), row("", "c"))),
        2 / 3.0,
        2 / 3.0);
  }

  @Test
  void comparesTablesOfSixtyRowsAndTwentyColumns() {
    Grid truth = large(60, 20, 0);
    TableScore score = TableScore.of(truth, large(60, 20, 1));

    assertThat(score.structure()).isEqualTo(1);
    assertThat(score.teds()).isBetween(0.5, 0.999);
    assertThat(score.tooLarge()).isFalse();
  }

  @Test
  void doesNotCompareTablesBeyondTheLimits() {
    Grid endless = large(1000, 100, 0);
    Grid verbose = grid(row("x".repeat(TableScore.MAX_CHARACTERS + 1)));
    TableScore notCompared = new TableScore(0, 0, true);

    assertThat(TableScore.of(large(60, 20, 0), endless)).isEqualTo(notCompared);
    assertThat(TableScore.of(endless, large(60, 20, 0))).isEqualTo(notCompared);
    assertThat(TableScore.of(PRICES, verbose)).isEqualTo(notCompared);
  }

  @Test
  void comparesASmallTableWithAnEndlessOne() {
    Grid endless = new Grid(Collections.nCopies(1000, Collections.nCopies(100, cell("", 1, 1))));

    TableScore score = TableScore.of(PRICES, endless);

    assertThat(score.tooLarge()).isFalse();
    assertThat(score.structure()).isCloseTo(0, within(0.001));
  }

  @Test
  void knowsEqualTablesOfAnySize() {
    assertThat(TableScore.of(large(1000, 100, 0), large(1000, 100, 0)).teds()).isEqualTo(1);
  }

  private static void assertScores(TableScore score, double teds, double structure) {
    assertThat(score.teds()).isCloseTo(teds, within(1e-12));
    assertThat(score.structure()).isCloseTo(structure, within(1e-12));
  }

  private static Grid large(int rows, int columns, int shift) {
    List<List<Cell>> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Cell> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        line.add(cell("value " + (row * columns + column + shift), 1, 1));
      }
      cells.add(line);
    }
    return new Grid(cells);
  }

  @SafeVarargs
  private static Grid grid(List<Cell>... rows) {
    return new Grid(List.of(rows));
  }

  private static List<Cell> row(String... texts) {
    return Arrays.stream(texts).map(text -> cell(text, 1, 1)).toList();
  }

  private static Cell cell(String text, int colspan, int rowspan) {
    return new Cell(text, colspan, rowspan, false);
  }
}

package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRowsTest {
  private static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);

  @Test
  void comeOnceIfTheyGoRound() {
    assertThat(told(chart("Q1 4", "Q2 5", "Q1 4", "Q1 4", "Q3 5")))
        .isEqualTo(chart("Q1 4", "Q2 5", "Q3 5"));
  }

  @Test
  void stayIfTheyComeTwiceOrShareALabelAlone() {
    Chart chart = chart("S 4", "S 4", "Q1 4", "Q1 5");

    assertThat(told(chart)).isEqualTo(chart);
  }

  @Test
  void stayInTablesAndBelowCellsOfSeveralRows() {
    Grid rows = grid("Q1 4", "Q1 4", "Q1 4");
    Table table = new Table(BOX, rows);
    Grid spanning =
        new Grid(
            List.of(
                List.of(new Cell("2025", 1, 4, false), new Cell("4", 1, 1, false)),
                List.of(new Cell("5", 1, 1, false)),
                List.of(new Cell("5", 1, 1, false)),
                List.of(new Cell("5", 1, 1, false))));
    Chart chart = new Chart(BOX, spanning);

    assertThat(told(table)).isEqualTo(table);
    assertThat(told(chart)).isEqualTo(chart);
  }

  private static Chart chart(String... rows) {
    return new Chart(BOX, grid(rows));
  }

  private static Grid grid(String... rows) {
    return new Grid(
        Arrays.stream(rows)
            .map(
                row ->
                    Arrays.stream(row.split(" ")).map(text -> new Cell(text, 1, 1, false)).toList())
            .toList());
  }

  private static Block told(Block block) {
    return ChartRows.in(new Page(new PageSize(100, 100), List.of(block))).blocks().get(0);
  }
}

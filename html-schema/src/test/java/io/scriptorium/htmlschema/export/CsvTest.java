package io.scriptorium.htmlschema.export;

import static io.scriptorium.htmlschema.export.Blocks.BOX;
import static io.scriptorium.htmlschema.export.Blocks.grid;
import static io.scriptorium.htmlschema.export.Blocks.paragraph;
import static io.scriptorium.htmlschema.export.Blocks.spanning;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void writesRowsAsTheyAre() {
    assertThat(Csv.table(grid("!item;sum", "tea;2.50", ";")))
        .isEqualTo("item,sum\r\ntea,2.50\r\n,\r\n");
  }

  @Test
  void quotesWhatWouldPartValues() {
    assertThat(Csv.table(grid("1,5;say \"hi\"", "two\nlines;x y")))
        .isEqualTo("\"1,5\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",x y\r\n");
  }

  @Test
  void putsASpanningCellIntoItsFirstPlace() {
    assertThat(Csv.table(spanning())).isEqualTo("\"a <b>\r\nc\",\r\nd,e & f\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "-x", "+", "-"})
  void keepsSpreadsheetsFromRunningAFormula(String text) {
    assertThat(Csv.table(grid(text))).isEqualTo("'" + text + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+49 30 1234", "-1.234", "- 12", "-3 %", "a=b", "5-3"})
  void leavesNumbersAlone(String text) {
    assertThat(Csv.table(grid(text))).isEqualTo(text + "\r\n");
  }

  @Test
  void findsTablesAndTheDataOfCharts() {
    Grid grid = grid("a");

    assertThat(Csv.tableOf(new Table(BOX, grid))).contains(grid);
    assertThat(Csv.tableOf(new Chart(BOX, grid))).contains(grid);
    assertThat(Csv.tableOf(new Chart(BOX, Grid.EMPTY))).isEmpty();
    assertThat(Csv.tableOf(paragraph("a"))).isEmpty();
  }
}

package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.Reading.blocks;
import static io.scriptorium.htmlschema.Reading.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableReadingTest {
  @Test
  void readsHeadsAndSpans() {
    PageReading reading =
        table(
            "<thead><tr><td colspan=2>Sum</td></tr></thead>"
                + "<tbody><tr><th rowspan=2>a</th><td>1<br>2</td></tr><tr><td>3</td></tr></tbody>");

    assertThat(grid(reading).rows())
        .containsExactly(
            List.of(new Cell("Sum", 2, 1, true)),
            List.of(new Cell("a", 1, 2, true), new Cell("1\n2", 1, 1, false)),
            List.of(new Cell("3", 1, 1, false)));
    assertThat(reading.repairs()).isEmpty();
  }

  @Test
  void fillsShortRows() {
    PageReading reading = table("<tr><td>a<td>b</tr><tr><td>c</tr><tr></tr>");

    assertThat(grid(reading).rows())
        .containsExactly(
            List.of(cell("a"), cell("b")),
            List.of(cell("c"), Cell.EMPTY),
            List.of(Cell.EMPTY, Cell.EMPTY));
    assertThat(reading.repairs())
        .containsExactly(
            new Repair("TABLE_PADDED", "block 1 (table)", "2 rows were filled with empty cells"));
  }

  @Test
  void fillsShortRowsWhereTheirCellsFitTheirColumns() {
    PageReading reading =
        table(
            row("hook", "7", "0.50", "20 %", "2.80")
                + row("nail", "12", "1.25", "15.00")
                + row("board", "3", "4.00", "5 %", "11.40"));

    assertThat(grid(reading).rows().get(1))
        .containsExactly(cell("nail"), cell("12"), cell("1.25"), Cell.EMPTY, cell("15.00"));
    assertThat(codes(reading)).containsExactly("TABLE_PADDED");
  }

  @Test
  void widensTheLabelOfASumUpToItsColumn() {
    PageReading reading =
        table(
            row("hook", "7", "0.50", "3.50")
                + "<tr><td colspan=2>Total<td>3.50</tr><tr><th colspan=2>Sum<th>4</tr>");

    assertThat(grid(reading).rows().subList(1, 3))
        .containsExactly(
            List.of(new Cell("Total", 3, 1, false), cell("3.50")),
            List.of(new Cell("Sum", 2, 1, true), new Cell("4", 1, 1, true), Cell.EMPTY));
    assertThat(codes(reading)).containsExactly("TABLE_PADDED", "SPAN_CHANGED");
  }

  @Test
  void widensNoLabelBeyondTheLimitOfSpans() {
    PageReading reading =
        table("<tr><td colspan=1000>a<td colspan=1000>b</tr><tr><td colspan=900>Total<td>3</tr>");

    assertThat(grid(reading).rows().get(1).get(0)).isEqualTo(new Cell("Total", 900, 1, false));
  }

  @Test
  void fillsSeveralPlacesOfARow() {
    PageReading reading =
        table(
            row("1", "hook", "0.50", "20 %", "2.80")
                + row("nail", "1.25", "15.00")
                + row("3", "board", "4.00", "5 %", "11.40"));

    assertThat(grid(reading).rows().get(1))
        .containsExactly(Cell.EMPTY, cell("nail"), cell("1.25"), Cell.EMPTY, cell("15.00"));
  }

  @Test
  void fillsTheEndsOfShortRowsOfAColumnKindThatComesTwice() {
    PageReading reading =
        table(row("hook", "0.50", "2.80") + row("nail", "1.25") + row("board", "4.00", "11.40"));

    assertThat(grid(reading).rows().get(1)).containsExactly(cell("nail"), cell("1.25"), Cell.EMPTY);
  }

  @Test
  void fillsTheEndsOfRowsThatLackHalfOfTheirCells() {
    PageReading reading = table(row("1", "hook", "2.80") + row("Sum") + row("3", "board", "11.40"));

    assertThat(grid(reading).rows().get(1)).containsExactly(cell("Sum"), Cell.EMPTY, Cell.EMPTY);
  }

  @Test
  void fillsTheEndsOfRowsBelowCellsOfSeveralRows() {
    PageReading reading =
        table(
            row("1", "hook", "2.80", "5 %", "2.94")
                + "<tr><td rowspan=2>2</td><td>nail</td><td>1.25</td><td>7 %</td><td>1.34</td></tr>"
                + row("pin", "11.40", "11.97")
                + row("3", "board", "11.40", "5 %", "11.97"));

    assertThat(grid(reading).rows().get(2))
        .containsExactly(cell("pin"), cell("11.40"), cell("11.97"), Cell.EMPTY);
  }

  @Test
  void shortensSpansThatOverlapOrLeaveTheTable() {
    PageReading reading = table("<tr><td>a<td rowspan=9>b<td>c</tr><tr><td colspan=2>d<td>e</tr>");

    assertThat(grid(reading).rows())
        .containsExactly(
            List.of(cell("a"), new Cell("b", 1, 2, false), cell("c")),
            List.of(cell("d"), cell("e")));
    assertThat(codes(reading)).containsExactly("SPAN_CHANGED");
  }

  @Test
  void boundsAbsurdSpans() {
    PageReading reading =
        table("<tr><td colspan=999999999 rowspan=0>a<td colspan=99999999999>b<td rowspan=-1>c");

    assertThat(grid(reading).rows().get(0))
        .containsExactly(new Cell("a", 1000, 1, false), cell("b"), cell("c"));
    assertThat(reading.repairs())
        .extracting(Repair::message)
        .containsExactly("3 cells have spans that do not fit");
  }

  @Test
  void dropsRowsBeyondTheLimitAndSaysSo() {
    PageReading reading = table("<tr><td colspan=1000>a".repeat(105));

    assertThat(grid(reading).rows()).hasSize(100);
    assertThat(reading.repairs())
        .containsExactly(
            new Repair("TABLE_CUT", "block 1 (table)", "5 rows beyond 100000 places were dropped"));
  }

  @Test
  void boundsAMillionCells() {
    PageReading reading = table("<tr>" + "<td>".repeat(1_000_000));

    assertThat(grid(reading).rows().get(0)).hasSizeLessThanOrEqualTo(Grid.MAX_PLACES);
    assertThat(codes(reading)).contains("TEXT_CUT");
  }

  @Test
  void keepsACaptionAndTextBetweenRows() {
    PageReading reading = table("<caption>Prices</caption><tr><td>a</td></tr>stray");

    assertThat(blocks(reading))
        .filteredOn(Paragraph.class::isInstance)
        .extracting(block -> ((Paragraph) block).text())
        .containsExactlyInAnyOrder("Prices", "stray");
  }

  @Test
  void flattensBlocksInsideACell() {
    PageReading reading =
        table("<tr><td><p B>a</p><p B>b</p><table><tr><td>c<td>d</table></td></tr>");

    assertThat(grid(reading).rows()).containsExactly(List.of(cell("a\nb\nc\nd")));
    assertThat(codes(reading)).containsExactly("MARKUP_FLATTENED");
  }

  private static PageReading table(String rows) {
    return Reading.ofBody("<table B>" + rows + "</table>");
  }

  private static Grid grid(PageReading reading) {
    return blocks(reading).stream()
        .filter(Table.class::isInstance)
        .map(block -> ((Table) block).grid())
        .findFirst()
        .orElseThrow();
  }

  private static Cell cell(String text) {
    return new Cell(text, 1, 1, false);
  }

  private static String row(String... cells) {
    return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
  }
}

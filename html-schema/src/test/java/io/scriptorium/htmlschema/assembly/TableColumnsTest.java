package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableColumnsTest {
  private static final String FULL = "Nails|2|5 %|9.80";

  /** The type of {@link #FULL}: two words, then a number in each of three columns. */
  private static final String FULL_TYPE = "100-140 146-180 300-310 400-430 500-540";

  @Test
  void showWhereACellBehindAnEmptyOneBelongs() {
    Sheet sheet =
        Sheet.of(FULL, FULL_TYPE)
            .row("Bolts|17|0.85|", "100-150 290-310 505-540")
            .row("Screws|1|4.00|", "100-160 304-310 505-540");

    assertThat(placed(sheet)).isEqualTo(Paper.grid(FULL, "Bolts|17||0.85", "Screws|1||4.00"));
  }

  @Test
  void leaveATableWhoseCellsStandWhereTheyAre() {
    Sheet sheet = Sheet.of(FULL, FULL_TYPE).row("Bolts|17||0.85", "100-150 290-310 505-540");

    Table table = sheet.table();

    assertThat(sheet.columns().orElseThrow().placed(table, sheet.type())).isSameAs(table);
  }

  @Test
  void leaveARowWithATextInNoColumnOrInSeveral() {
    Sheet sheet =
        Sheet.of(FULL, FULL_TYPE)
            .row("In all|17|0.85|", "100-150 290-425 505-540")
            .row("Bolts|17|0.85|", "100-150 290-310 450-480");

    assertThat(placed(sheet)).isEqualTo(sheet.table().grid());
  }

  @Test
  void leaveARowOfWhichItIsNotClearWhereATextEnds() {
    Sheet even = Sheet.of(FULL, FULL_TYPE).row("2 5 %|9.80||", "300-315 400-430 515-540");
    Sheet close = Sheet.of("a|b|c", "100-110 116-126 132-142").row("a|c|", "100-110 116-126");

    assertThat(placed(even)).as("gaps as wide as others").isEqualTo(even.table().grid());
    assertThat(close.columns()).as("gaps as between words").isEmpty();
  }

  @Test
  void leaveATableWithACellThatReachesFurtherDown() {
    Table spanned =
        new Table(
            new BoundingBox(60, 0, 600, 90),
            new Grid(
                List.of(
                    List.of(plain("Region"), plain("Q1"), plain("Q2"), plain("Q3")),
                    List.of(new Cell("North", 1, 2, false), plain("1"), plain("2"), plain("3")),
                    List.of(plain("4"), plain("5"), plain("6")))));
    Sheet sheet =
        Sheet.of(FULL, FULL_TYPE)
            .line("100-140 300-310 400-430 500-540")
            .line("300-310 400-430 500-540");

    TableColumns known = Sheet.of(FULL, FULL_TYPE).columns().orElseThrow();

    assertThat(known.placed(spanned, sheet.type())).isSameAs(spanned);
    assertThat(TableColumns.of(spanned, sheet.type())).isEmpty();
  }

  @Test
  void keepTheKindOfCellsBesideALabel() {
    List<Cell> labelled =
        List.of(new Cell("Bolts", 1, 1, true), plain("17"), plain("0.85"), plain(""));
    Sheet sheet = Sheet.of(FULL, FULL_TYPE).line("100-150 290-310 505-540");
    Table table = with(Sheet.of(FULL, FULL_TYPE).table(), labelled.toArray(Cell[]::new));

    Table placed = sheet.columns(table).orElseThrow().placed(table, sheet.type());

    assertThat(placed.grid().rows().get(1))
        .containsExactly(labelled.get(0), plain("17"), plain(""), plain("0.85"));
  }

  @Test
  void passOverRowsWithoutText() {
    Sheet sheet = Sheet.of(FULL, FULL_TYPE).line("100-150 290-310 505-540");
    Table table = new Table(sheet.table().box(), Paper.grid(FULL, "|||", "Bolts|17|0.85|"));

    Table placed = sheet.columns(table).orElseThrow().placed(table, sheet.type());

    assertThat(placed.grid()).isEqualTo(Paper.grid(FULL, "|||", "Bolts|17||0.85"));
  }

  @Test
  void areNotKnownWithoutARowThatHasThemAllNorOfRowsOfSeveralLines() {
    Sheet gaps = Sheet.of("Bolts|17||0.85", "100-150 290-310 505-540");
    Sheet lines = Sheet.of(FULL, FULL_TYPE).line("100-150");

    assertThat(gaps.columns()).isEmpty();
    assertThat(lines.columns()).isEmpty();
  }

  @Test
  void areThoseBelowHeadingsThatReachOverTheOnesBesideThem() {
    Sheet sheet =
        Sheet.of("!Article|Number|Rebate|Amount", "100-160 230-320 340-450 470-540")
            .row(FULL, "100-180 300-310 330-345 500-540")
            .row("Bolts|17|0.85|", "100-150 290-310 505-540");

    assertThat(placed(sheet).rows().get(2)).isEqualTo(Paper.grid("Bolts|17||0.85").rows().get(0));
  }

  @Test
  void areThoseOfAPartThatHasATextInFewerOfThem() {
    TableColumns known = Sheet.of(FULL, FULL_TYPE).columns().orElseThrow();
    Sheet part =
        Sheet.of("Bolts|17|0.85", "60-110 250-270 465-500")
            .row("Pegs|9|3.10", "60-95 264-270 465-500");
    Table table = with(part.table(), new Cell("Sum", 2, 1, false), plain("3.95"));

    Table placed = known.moved(-40).placed(table, part.line("200-260 465-500").type());

    List<List<Cell>> rows = placed.grid().rows();
    assertThat(rows.subList(0, 2)).isEqualTo(Paper.grid("Bolts|17||0.85", "Pegs|9||3.10").rows());
    assertThat(rows.get(2)).extracting(Cell::colspan).containsExactly(3, 1);
    assertThat(known.placed(table, part.type())).as("not moved").isSameAs(table);
  }

  @Test
  void areNotThoseOfAPartThatHasATextInHalfOfThem() {
    TableColumns known = Sheet.of(FULL, FULL_TYPE).columns().orElseThrow();
    Sheet sums = Sheet.of("Sum|9.80", "300-310 505-540");

    assertThat(known.placed(sums.table(), sums.type())).isEqualTo(sums.table());
  }

  private static Grid placed(Sheet sheet) {
    return sheet.columns().orElseThrow().placed(sheet.table(), sheet.type()).grid();
  }

  private static Cell plain(String text) {
    return new Cell(text, 1, 1, false);
  }

  private static Table with(Table table, Cell... row) {
    List<List<Cell>> rows = new ArrayList<>(table.grid().rows());
    rows.add(List.of(row));
    return new Table(table.box(), new Grid(rows));
  }

  /** Rows of a table and the type of its lines, 20 pixels high. */
  private static final class Sheet {
    private final List<String> rows = new ArrayList<>();
    private final List<BoundingBox> lines = new ArrayList<>();
    private final Map<BoundingBox, List<BoundingBox>> runs = new HashMap<>();

    static Sheet of(String row, String type) {
      return new Sheet().row(row, type);
    }

    Sheet row(String row, String type) {
      rows.add(row);
      return line(type);
    }

    Sheet line(String type) {
      int top = 30 * lines.size();
      List<BoundingBox> words =
          Arrays.stream(type.split(" "))
              .map(word -> word.split("-"))
              .map(
                  edges ->
                      new BoundingBox(
                          Integer.parseInt(edges[0]), top, Integer.parseInt(edges[1]), top + 20))
              .toList();
      BoundingBox line = words.stream().reduce(BoundingBox::union).orElseThrow();
      lines.add(line);
      runs.put(line, words);
      return this;
    }

    Table table() {
      return new Table(
          new BoundingBox(60, 0, 600, 30 * lines.size()), Paper.grid(rows.toArray(String[]::new)));
    }

    TableColumns.Type type() {
      return new TableColumns.Type(lines, runs::get);
    }

    Optional<TableColumns> columns() {
      return columns(table());
    }

    Optional<TableColumns> columns(Table table) {
      return TableColumns.of(table, type());
    }
  }
}

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
    Sheet words = Sheet.of(FULL, FULL_TYPE).row("Red nails|17||", "100-140 160-180 200-220");
    Sheet close = Sheet.of(FULL, FULL_TYPE).row("Red|nails||", "100-140 146-180");

    assertThat(placed(words)).as("gaps as wide as others").isEqualTo(words.table().grid());
    assertThat(placed(close)).as("gaps as between words").isEqualTo(close.table().grid());
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
    Table table = with(part.table(), new Cell("Sum", 2, 1, false), new Cell("3.95", 1, 1, false));

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
      return TableColumns.of(table(), type());
    }
  }
}

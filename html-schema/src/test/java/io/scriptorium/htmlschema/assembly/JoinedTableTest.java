package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Continuation;
import io.scriptorium.htmlschema.Continuation.Direction;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedTableTest {
  private static final String[] FIRST = {"!Item|Price", "Ink|1.00", "Pen|2.00"};

  @Test
  void joinsATableThatGoesOnBelow() {
    List<Page> pages =
        assembled(
            Paper.page().text(100, "Dear Sir").table(200, 1300, FIRST),
            Paper.page().table(100, 400, "Nib|3.00", "Cap|4.00").text(500, "Yours"));

    assertThat(continuations(pages)).containsExactly("null", "DOWN 1 1");
    assertThat(JoinedTable.of(pages))
        .containsExactly(
            new JoinedTable(
                Paper.grid("!Item|Price", "Ink|1.00", "Pen|2.00", "Nib|3.00", "Cap|4.00"),
                List.of(
                    new JoinedTable.Part(1, 2, box(200, 1300), 0, 0, 0, 0),
                    new JoinedTable.Part(2, 1, box(100, 400), 3, 0, 0, 0))));
  }

  @Test
  void joinsPartsThatRepeatTheirHead() {
    List<Page> pages =
        assembled(
            Paper.page().text(40, "Smith Ltd").table(200, 1300, FIRST).text(1360, "Page 1 of 3"),
            Paper.page()
                .text(40, "Smith Ltd")
                .table(100, 1300, "!Item|Price", "Nib|3.00")
                .text(1360, "Page 2 of 3"),
            Paper.page()
                .text(40, "Smith Ltd")
                .text(90, "(continued)")
                .table(140, 300, "Item|Price", "Cap|4.00")
                .text(1360, "Page 3 of 3"));

    JoinedTable joined = JoinedTable.of(pages).get(0);

    assertThat(joined.grid())
        .isEqualTo(Paper.grid("!Item|Price", "Ink|1.00", "Pen|2.00", "Nib|3.00", "Cap|4.00"));
    assertThat(joined.parts())
        .extracting(JoinedTable.Part::page, JoinedTable.Part::row, JoinedTable.Part::headRows)
        .containsExactly(tuple(1, 0, 0), tuple(2, 3, 1), tuple(3, 4, 1));
  }

  @Test
  void joinsATableThatGoesOnAtTheRight() {
    List<Page> pages =
        assembled(
            wide("!Town|Jan|Feb", "Leeds|1|2", "York|3|4", "Hull|5|6"),
            wide("!Town|Mar|Apr", "Leeds|7|8", "York|9|10", "Hull|11|12"));

    assertThat(continuations(pages)).containsExactly("null", "RIGHT 1 1");
    assertThat(JoinedTable.of(pages).get(0).grid())
        .isEqualTo(
            Paper.grid(
                "!Town|Jan|Feb|Mar|Apr", "Leeds|1|2|7|8", "York|3|4|9|10", "Hull|5|6|11|12"));
    assertThat(JoinedTable.of(pages).get(0).parts().get(1).labelColumns()).isEqualTo(1);
  }

  @Test
  void joinsNumbersAtTheRightWithoutLabels() {
    List<Page> pages =
        assembled(
            wide("!Town|Jan", "Leeds|1", "York|3", "Hull|5", "Bath|7"),
            wide("!Feb|Mar", "2|2", "4|4", "6|6", "8|8"));

    assertThat(JoinedTable.of(pages).get(0).grid().rows().get(1))
        .extracting(cell -> cell.text())
        .containsExactly("Leeds", "1", "2", "2");
  }

  @Test
  void joinsASheetThatWasCutIntoFour() {
    Paper[] parts = {
      wide("!Town|Jan", "Leeds|1", "York|2", "Hull|3"),
      wide("!Town|Jan", "Bath|4", "Ely|5", "Wells|6"),
      wide("!Town|Feb", "Leeds|7", "York|8", "Hull|9"),
      wide("!Town|Feb", "Bath|10", "Ely|11", "Wells|12")
    };
    Grid whole =
        Paper.grid(
            "!Town|Jan|Feb",
            "Leeds|1|7",
            "York|2|8",
            "Hull|3|9",
            "Bath|4|10",
            "Ely|5|11",
            "Wells|6|12");

    List<JoinedTable> downFirst = JoinedTable.of(assembled(parts[0], parts[1], parts[2], parts[3]));
    List<JoinedTable> rightFirst =
        JoinedTable.of(assembled(parts[0], parts[2], parts[1], parts[3]));

    assertThat(downFirst).singleElement().satisfies(t -> assertThat(t.grid()).isEqualTo(whole));
    assertThat(rightFirst).singleElement().satisfies(t -> assertThat(t.grid()).isEqualTo(whole));
  }

  @Test
  void leavesTablesOfTheirOwnAlone() {
    Paper first = Paper.page().table(200, 1300, FIRST);

    // Another head, other columns, other sides, far down, text before, text behind.
    assertApart(first, Paper.page().table(100, 400, "!Name|Age", "Bob|7"));
    assertApart(first, Paper.page().table(100, 400, "Nib|3.00|x"));
    assertApart(first, Paper.page().table(300, 100, 900, 400, "Nib|3.00"));
    assertApart(first, Paper.page().table(700, 900, "Nib|3.00"));
    assertApart(first, Paper.page().text(300, "New").table(400, 500, "Nib|3.00"));
    assertApart(
        Paper.page().table(200, 1250, FIRST).text(600, 1310, 900, 1330, "Total 3.00"),
        Paper.page().table(100, 400, "Nib|3.00"));
    assertApart(Paper.page().table(200, 700, FIRST), Paper.page().table(100, 400, "Nib|3.00"));
    assertApart(first, Paper.page().table(100, 400, "Article|Cost", "Nib|3.00"));
    assertApart(first, Paper.page(), Paper.page().table(100, 400, "Nib|3.00"));
  }

  @Test
  void leavesATableBehindATotalAlone() {
    assertApart(
        Paper.page().table(200, 1300, "!Item|Price", "Ink|1.00", "Total|1.00"),
        Paper.page().table(100, 400, "!Item|Price", "Pen|2.00", "Total|2.00"));
  }

  @Test
  void joinsBehindASumThatIsCarriedForward() {
    List<Page> pages =
        assembled(
            Paper.page().table(200, 1300, "!Item|Price", "Ink|1.00", "Subtotal carried|1.00"),
            Paper.page().table(100, 400, "!Item|Price", "Brought forward|1.00", "Pen|2.00"));

    assertThat(JoinedTable.of(pages)).hasSize(1);
  }

  @Test
  void leavesCopiesOfAFormAlone() {
    assertApart(
        Paper.page().table(100, 1300, "Name|Anna", "Street|High St", "Town|Leeds", "Age|7"),
        Paper.page().table(100, 1300, "Name|Bert", "Street|Low St", "Town|York", "Age|8"),
        Paper.page().table(100, 1300, "Name|Carl", "Street|Mid St", "Town|Hull", "Age|9"));
    assertApart(
        Paper.page().table(100, 1300, "!Day|From|To", "Mon|8|16", "Tue|9|17", "Wed|8|12"),
        Paper.page().table(100, 1300, "!Day|From|To", "Mon|7|15", "Tue|9|16", "Wed|8|13"));
  }

  @Test
  void takesMarksThatDoNotFitForTablesOfTheirOwn() {
    Page first = Paper.page().table(200, 1300, FIRST).build();
    Page second = Paper.page().table(100, 400, "a|b|c").build();
    Table other = (Table) second.blocks().get(0);

    for (Direction direction : Direction.values()) {
      Page marked =
          new Page(Paper.SIZE, List.of(other.continuing(new Continuation(direction, 1, 1))));
      assertThat(JoinedTable.of(List.of(first, marked))).isEmpty();
    }
  }

  @Test
  void joinsNoMoreThanAGridMayHold() {
    String[] rows = new String[30_000];
    Arrays.setAll(rows, i -> i + "|" + i);
    List<Page> pages =
        assembled(Paper.page().table(200, 1300, rows), Paper.page().table(100, 1300, rows));

    assertThat(continuations(pages)).containsExactly("null", "null");
  }

  private static void assertApart(Paper... papers) {
    assertThat(JoinedTable.of(assembled(papers))).isEmpty();
  }

  private static Paper wide(String... rows) {
    return Paper.page().table(50, 100, 950, 1300, rows);
  }

  private static BoundingBox box(int y1, int y2) {
    return new BoundingBox(100, y1, 900, y2);
  }

  private static List<Page> assembled(Paper... papers) {
    return DocumentAssembler.assemble(Arrays.stream(papers).map(Paper::build).toList());
  }

  private static List<String> continuations(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.blocks().stream())
        .filter(Table.class::isInstance)
        .map(JoinedTableTest::continuation)
        .toList();
  }

  private static String continuation(Block block) {
    Continuation part = ((Table) block).continues();
    return part == null ? "null" : part.direction() + " " + part.page() + " " + part.table();
  }
}

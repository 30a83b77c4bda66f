package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.assembly.DocumentAssembler;
import io.scriptorium.htmlschema.assembly.DocumentText;
import io.scriptorium.htmlschema.assembly.JoinedTable;
import io.scriptorium.htmlschema.assembly.ReadingOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What assembly does to documents made by chance; a failure names the seed. */
class AssemblyPropertiesTest {
  private static final PageSize SIZE = new PageSize(1000, 1400);
  private static final BoundingBox FULL = new BoundingBox(50, 100, 950, 1300);

  @Test
  void changesNothingButMarksOfAnyDocument() throws InvalidHtmlException {
    for (long seed = 1; seed <= 200; seed++) {
      List<Page> pages = new RandomPages(seed).document();

      List<Page> assembled = DocumentAssembler.assemble(pages);

      assertThat(contents(assembled)).as("seed %d", seed).isEqualTo(contents(pages));
      assertThat(DocumentAssembler.assemble(assembled)).as("seed %d", seed).isEqualTo(assembled);
      assertThat(HtmlReader.document(HtmlWriter.document(assembled)))
          .as("seed %d", seed)
          .isEqualTo(assembled);
      assertThat(DocumentText.of(assembled)).as("seed %d", seed).isNotNull();
      assembled.forEach(page -> assertThat(ReadingOrder.doubt(page)).isNotNull());
    }
  }

  @Test
  void joinsTablesByWhateverMarksWithoutLosingACell() {
    int joined = 0;
    for (long seed = 1; seed <= 300; seed++) {
      List<Page> pages = new RandomPages(seed).document();

      for (JoinedTable table : JoinedTable.of(pages)) {
        joined++;
        for (JoinedTable.Part part : table.parts()) {
          Table own = (Table) pages.get(part.page() - 1).blocks().get(part.block() - 1);
          assertThat(own.box()).as("seed %d", seed).isEqualTo(part.box());
          assertThat(texts(table.grid())).as("seed %d", seed).containsAll(texts(own.grid()));
        }
      }
    }
    assertThat(joined).isGreaterThan(10);
  }

  @Test
  void putsTogetherWhatWasCutOverPages() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      int rows = 20 + random.nextInt(40);
      int columns = 4 + random.nextInt(8);
      boolean repeatsHead = random.nextBoolean();
      List<List<Cell>> whole = table(rows, columns);
      List<Page> pages = new ArrayList<>();
      int row = 1;
      while (row < rows) {
        int end = Math.min(rows, row + 4 + random.nextInt(10));
        List<List<Cell>> part = new ArrayList<>(whole.subList(row, end));
        if (row == 1 || repeatsHead) {
          part.add(0, whole.get(0));
        }
        pages.add(pageOf(part));
        row = end;
      }

      assertThat(grids(pages)).as("seed %d", seed).containsExactly(new Grid(whole));
    }
  }

  @Test
  void putsTogetherWhatWasCutOverPagesInBothDirections() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      List<List<Cell>> whole = table(22, 9);
      int[] cuts = {0, 2 + random.nextInt(2), 5 + random.nextInt(3), 9};
      List<Page> pages = new ArrayList<>();
      boolean downFirst = random.nextBoolean();
      for (int i = 0; i < 6; i++) {
        int band = downFirst ? i % 2 : i / 3;
        int side = downFirst ? i / 2 : i % 3;
        List<List<Cell>> part = new ArrayList<>();
        part.add(piece(whole.get(0), cuts[side], cuts[side + 1]));
        for (List<Cell> row : whole.subList(band == 0 ? 1 : 12, band == 0 ? 12 : 22)) {
          part.add(piece(row, cuts[side], cuts[side + 1]));
        }
        pages.add(pageOf(part));
      }

      assertThat(grids(pages))
          .as("seed %d, down first: %s", seed, downFirst)
          .containsExactly(new Grid(whole));
    }
  }

  @Test
  void neverJoinsFilledFormsOfOneKind() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      int fields = 3 + random.nextInt(20);
      boolean titled = random.nextBoolean();
      List<Page> pages = new ArrayList<>();
      for (int page = 0; page < 5; page++) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
          rows.add(List.of(cell("Field " + (char) ('a' + field)), cell("v" + random.nextInt(99))));
        }
        Block title = new Paragraph(new BoundingBox(50, 20, 950, 60), "Form 17");
        Table table = new Table(FULL, new Grid(rows));
        pages.add(new Page(SIZE, titled ? List.of(title, table) : List.of(table)));
      }

      List<Page> assembled = DocumentAssembler.assemble(pages);

      assertThat(assembled).as("seed %d", seed).isEqualTo(pages);
    }
  }

  /** A head, names in the first column, numbers in the others; all of them different. */
  private static List<List<Cell>> table(int rows, int columns) {
    List<List<Cell>> table = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        cells.add(
            row == 0
                ? new Cell("Head " + (char) ('A' + column), 1, 1, true)
                : cell(column == 0 ? "Name " + row : Integer.toString(row * 100 + column)));
      }
      table.add(cells);
    }
    return table;
  }

  /** Columns of a row, with the label of the row before those at the right. */
  private static List<Cell> piece(List<Cell> row, int from, int to) {
    List<Cell> piece = new ArrayList<>(row.subList(from, to));
    if (from > 0) {
      piece.add(0, row.get(0));
    }
    return piece;
  }

  private static Page pageOf(List<List<Cell>> rows) {
    return new Page(SIZE, List.of(new Table(FULL, new Grid(rows))));
  }

  private static List<Grid> grids(List<Page> pages) {
    return JoinedTable.of(DocumentAssembler.assemble(pages)).stream()
        .map(JoinedTable::grid)
        .toList();
  }

  private static List<String> texts(Grid grid) {
    return grid.rows().stream().flatMap(List::stream).map(Cell::text).toList();
  }

  private static List<List<Block>> contents(List<Page> pages) {
    return pages.stream()
        .map(page -> page.blocks().stream().map(AssemblyPropertiesTest::content).toList())
        .toList();
  }

  private static Block content(Block block) {
    Block body = block.with(block.marks().withRole(Role.BODY));
    return body instanceof Table table ? table.continuing(null) : body;
  }

  private static Cell cell(String text) {
    return new Cell(text, 1, 1, false);
  }
}

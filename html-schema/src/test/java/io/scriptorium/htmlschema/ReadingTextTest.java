package io.scriptorium.htmlschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTextTest {
  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);

  @Test
  void givesEachBlockItemAndRowALine() {
    Grid grid =
        new Grid(
            List.of(
                List.of(new Cell("Sum", 2, 1, true)),
                List.of(new Cell("a", 1, 1, false), new Cell("b", 1, 1, false))));
    List<ListItem> items = List.of(new ListItem(BOX, "one"), new ListItem(BOX, "two"));

    assertThat(
            text(
                new Heading(BOX, 1, "Title"),
                new Paragraph(BOX, "first\nsecond"),
                new ListBlock(BOX, false, items),
                new Table(BOX, grid)))
        .isEqualTo("Title\nfirst\nsecond\none\ntwo\nSum\na\tb");
  }

  @Test
  void partsBlocksButNotTheirLinesByEmptyLines() {
    assertThat(
            inBlocks(
                new Heading(BOX, 1, "Title"), new Image(BOX), new Paragraph(BOX, "first\nsecond")))
        .isEqualTo("Title\n\nfirst\nsecond");
  }

  @Test
  void keepsEachRowInOneLineIfBlocksAreParted() {
    Cell lines = new Cell("a\nb", 1, 1, false);
    Cell line = new Cell("c", 1, 1, false);

    assertThat(
            inBlocks(new Table(BOX, new Grid(List.of(List.of(lines, line), List.of(line, line))))))
        .isEqualTo("a b\tc\nc\tc");
  }

  private static String inBlocks(Block... blocks) {
    return ReadingText.inBlocks(new Page(new PageSize(10, 10), List.of(blocks)));
  }

  @Test
  void readsFiguresByTheirContent() {
    Grid data = new Grid(List.of(List.of(new Cell("2025", 1, 1, false))));

    assertThat(
            text(
                new Chart(BOX, data),
                new Image(BOX),
                new Formula(BOX, Formula.Kind.PRINTED, "x^2"),
                new Caption(BOX, "Figure 1"),
                new ImageText(BOX, "STOP"),
                new MusicSheet(BOX, "CDE"),
                new ChemicalFormula(BOX, "CCO")))
        .isEqualTo("2025\nx^2\nFigure 1\nSTOP\nCDE\nCCO");
  }

  @Test
  void hasATextForEveryBlock() {
    for (long seed = 1; seed <= 200; seed++) {
      Page page = new RandomPages(seed).page();

      assertThat(page.blocks()).allSatisfy(block -> assertThat(ReadingText.of(block)).isNotNull());
    }
  }

  private static String text(Block... blocks) {
    return ReadingText.of(new Page(new PageSize(9, 9), List.of(blocks)));
  }
}

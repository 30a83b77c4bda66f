package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.ReadingText;
import io.scriptorium.htmlschema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateBlocksTest {
  private static final int TWO_LINES = 60;

  private final Paper page = Paper.page();

  @Test
  void comeBeforeWhatLiesBelowThem() {
    page.text(100, "first").text(300, "third");

    assertThat(with(late(100, 200, 400, 230, "second")))
        .containsExactly("first", "second", "third");
  }

  @Test
  void comeLastIfNothingLiesBelowThem() {
    page.text(100, "first");

    assertThat(with(late(100, 900, 400, 930, "last"))).containsExactly("first", "last");
  }

  @Test
  void comeBeforeWhatStandsToTheRightInTheSameRows() {
    page.text(100, 100, 300, 130, "left").text(700, 100, 900, 130, "right");

    assertThat(with(late(450, 98, 600, 128, "middle"))).containsExactly("left", "middle", "right");
  }

  @Test
  void ofOtherKindsComeWhereTheyLieToo() {
    page.text(100, "first").text(300, "third");
    Image image = new Image(new BoundingBox(100, 200, 400, 230));

    assertThat(LateBlocks.with(page.build(), image).blocks().get(1)).isEqualTo(image);
  }

  @Test
  void stayInTheirColumn() {
    page.text(100, 100, 450, 130, "left 1")
        .text(100, 500, 450, 530, "left 2")
        .text(550, 100, 900, 130, "right 1")
        .text(550, 500, 900, 530, "right 3");

    assertThat(with(late(550, 300, 900, 330, "right 2")))
        .containsExactly("left 1", "left 2", "right 1", "right 2", "right 3");
  }

  @Test
  void areLeftOutIfABlockCloseToThemSaysTheSame() {
    page.text(100, "a paragraph whose box ends before its last line").text(600, "the last lime");

    assertThat(with(late(100, 132, 400, 162, "its last lime"))).hasSize(2);
    assertThat(with(late(100, 400, 400, 430, "its last lime"))).hasSize(3);
  }

  @Test
  void makeTheBoxOfABlockThatSaysTheSameReachAroundThem() {
    page.text(100, "a paragraph whose box ends before its last line").text(600, "the end");

    assertThat(boxes(late(100, 132, 400, 162, "its last lime")))
        .containsExactly(new BoundingBox(100, 100, 900, 162), new BoundingBox(100, 600, 900, 630));
  }

  @Test
  void makeATableReachAroundRowsThatItHas() {
    page.table(100, 100, 700, 300, "Tea|4.20", "Milk|0.95", "Rice|2.10");

    assertThat(boxes(late(100, 330, 710, 390, "Milk 0.95 Rice 2.10")))
        .containsExactly(new BoundingBox(100, 100, 710, 390));
  }

  @Test
  void makeNoBlockReachAroundAnother() {
    page.table(100, 100, 700, 300, "Tea|4.20", "Milk|0.95").text(305, "between");

    assertThat(boxes(late(100, 340, 700, 370, "Milk 0.95")))
        .containsExactly(new BoundingBox(100, 100, 700, 300), new BoundingBox(100, 305, 900, 335));
  }

  @Test
  void makeNoBlockLargerIfTheyAreNoTextOrBelongToAFigure() {
    Paragraph text = late(100, 450, 500, 480, "Sales rose from 1990 to 2020");
    Image image = new Image(new BoundingBox(100, 490, 300, 600));
    Paragraph label = late(100, 490, 500, 510, "1990 to 2020");

    assertThat(into(List.of(text), image)).containsExactly(text);
    assertThat(into(List.of(text), new Table(image.box(), Paper.grid("|", "|"))))
        .containsExactly(text);
    assertThat(into(List.of(text, image), label)).containsExactly(text, image);
  }

  @Test
  void areLeftOutInTheRowsOfATable() {
    page.table(100, 100, 700, 300, "Tea|4.20", "Milk|0.95");

    assertThat(with(late(720, 150, 800, 180, "EUR each"))).hasSize(1);
    assertThat(with(late(100, 305, 800, 335, "All in euros"))).hasSize(2);
    assertThat(with(late(100, 500, 800, 530, "Milk 0.95"))).as("its last row").hasSize(1);
  }

  @Test
  void areLeftOutBesideAFigureIfTheyAreNeitherCaptionsNorRunningText() {
    BoundingBox below = new BoundingBox(100, 410, 500, 440);
    Page figure = new Page(Paper.SIZE, List.of(new Image(new BoundingBox(100, 100, 500, 400))));

    assertThat(texts(figure, new Paragraph(below, "1990 to 2020"))).containsExactly("");
    assertThat(texts(figure, new Paragraph(below, "Tea Milk Rice and Bread"))).containsExactly("");
    assertThat(texts(figure, new Caption(below, "Fig. 1"))).containsExactly("", "Fig. 1");
    String sentence = "Sales rose every year";
    assertThat(texts(figure, new Paragraph(below, sentence))).containsExactly("", sentence);
    assertThat(texts(figure, late(100, 380, 500, 410, sentence))).as("in it").containsExactly("");
    assertThat(texts(figure, late(100, 395, 500, 425, sentence)))
        .as("which its lowest rows touch")
        .containsExactly("", sentence);
  }

  @Test
  void belongToNoFigureWhoseCaptionIsBetween() {
    Image figure = new Image(new BoundingBox(100, 100, 500, 400));
    Caption below = new Caption(new BoundingBox(100, 405, 400, 420), "Fig. 1");
    Caption beside = new Caption(new BoundingBox(510, 405, 800, 420), "Fig. 1");
    Paragraph label = late(100, 425, 500, 440, "1990 to 2020");

    assertThat(into(List.of(figure, below), label)).containsExactly(figure, below, label);
    assertThat(into(List.of(figure, beside), label)).containsExactly(figure, beside);
  }

  @Test
  void areLeftOutIfTheyAreNoType() {
    page.text(100, "text");

    assertThat(texts(page.build(), new Image(new BoundingBox(100, 500, 200, 600))))
        .containsExactly("text");
  }

  private List<String> with(Paragraph late) {
    return texts(page.build(), late);
  }

  private List<BoundingBox> boxes(Paragraph late) {
    return into(page.build().blocks(), late).stream().map(Block::box).toList();
  }

  private static List<Block> into(List<Block> blocks, Block late) {
    return LateBlocks.into(new Page(Paper.SIZE, blocks), List.of(late), TWO_LINES).blocks();
  }

  private static List<String> texts(Page page, Block late) {
    return LateBlocks.into(page, List.of(late), TWO_LINES).blocks().stream()
        .map(ReadingText::of)
        .toList();
  }

  private static Paragraph late(int x1, int y1, int x2, int y2, String text) {
    return new Paragraph(new BoundingBox(x1, y1, x2, y2), text);
  }
}

package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name at the upper left and the heading of a page below it, to the right. */
class OverreachTest {
  private final Block name = new Paragraph(new BoundingBox(100, 100, 300, 120), "Nail Works Ltd.");

  @Test
  void isOverABlockInABoxWithTooFewCharactersForItsInk() {
    assertThat(over(new Heading(new BoundingBox(90, 95, 600, 200), 1, "Invoice"), name))
        .containsExactly(name);
  }

  @Test
  void isOverABlockThatBeginsInItsLastLine() {
    Block question = new Paragraph(new BoundingBox(100, 74, 240, 120), "Why nails?");

    assertThat(over(question, name)).containsExactly(name);
  }

  @Test
  void isNotOverABlockThatItOnlyTouches() {
    Block question = new Paragraph(new BoundingBox(100, 54, 300, 104), "Why nails?");

    assertThat(over(question, name)).isEmpty();
  }

  @Test
  void isDisplacedWhereABlockWithManyMoreCharactersBelongs() {
    Block number = new Paragraph(new BoundingBox(100, 98, 305, 121), "– 7 –");

    assertThat(Overreach.isDisplaced(number, List.of(name))).isTrue();
    assertThat(Overreach.isDisplaced(name, List.of(number))).isFalse();
    Block above = new Paragraph(new BoundingBox(100, 88, 305, 111), "– 7 –");
    assertThat(Overreach.isDisplaced(above, List.of(name))).isFalse();
  }

  @Test
  void displacesABlockThatLiesAmidALargerOne() {
    Block all = new Paragraph(new BoundingBox(90, 95, 600, 200), "All of these nails and hooks");

    assertThat(Overreach.isDisplaced(name, List.of(all))).isTrue();
    assertThat(Overreach.isDisplaced(all, List.of(name))).isFalse();
  }

  @Test
  void isNotWhereTheCharactersAreAsManyAsTheInk() {
    String text = "All of these nails, and " + "hooks and ropes besides, ".repeat(30);

    assertThat(over(new Paragraph(new BoundingBox(90, 95, 600, 200), text), name)).isEmpty();
  }

  @Test
  void isNotOverWhatItSaysItself() {
    Block all = new Paragraph(new BoundingBox(90, 95, 600, 200), "Nail Works Ltd. 1");

    assertThat(over(all, name)).isEmpty();
  }

  @Test
  void isOfABlockThatBeginsOrEndsInOneBesideIt() {
    Block address = new Paragraph(new BoundingBox(290, 95, 600, 160), "1 Iron Street, Nailham");
    Block below = new Paragraph(new BoundingBox(290, 118, 600, 160), "1 Iron Street, Nailham");

    assertThat(Overreach.beside(address, List.of(name))).containsExactly(name);
    assertThat(Overreach.beside(name, List.of(address))).containsExactly(address);
    assertThat(Overreach.beside(below, List.of(name))).as("in other rows").isEmpty();
  }

  @Test
  void isOverWithMoreWhiteThanBetweenWords() {
    assertThat(Overreach.isApart(new BoundingBox(345, 95, 600, 160), List.of(name))).isTrue();
    assertThat(Overreach.isApart(new BoundingBox(330, 95, 600, 160), List.of(name))).isFalse();
    assertThat(Overreach.isApart(new BoundingBox(10, 95, 50, 160), List.of(name))).isTrue();
  }

  @Test
  void isNotOverAFigure() {
    Block image = new Image(new BoundingBox(100, 100, 300, 120));

    assertThat(over(new Heading(new BoundingBox(90, 95, 600, 200), 1, "Invoice"), image)).isEmpty();
  }

  /** With ink all over. */
  private static List<Block> over(Block block, Block other) {
    return Overreach.over(
        block, List.of(other), box -> (double) (box.x2() - box.x1()) * (box.y2() - box.y1()));
  }
}

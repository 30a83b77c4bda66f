package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line from 100 to 124 down above running text whose lines are 20 pixels high. */
class PassedHeadingsTest {
  private static final BoundingBox LINE = new BoundingBox(100, 100, 300, 124);

  private static final Paragraph RUNNING =
      new Paragraph(new BoundingBox(100, 140, 900, 200), "Nails are made of iron and of steel.");

  @ParameterizedTest
  @ValueSource(
      strings = {"Nails of iron", "Why nails?", "¿Por qué clavos?", "7.2 Nails", "»Nägel«"})
  void areLinesOfLargerTypeAboveRunningText(String text) {
    assertThat(told(text)).isEqualTo(new Heading(LINE, 2, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nails are sold.",
        "Dear Ann,",
        "Nails:",
        "of iron",
        "Fig. 7",
        "1937",
        "☑ Nails",
        ""
      })
  void doNotReadAsTexts(String text) {
    assertThat(told(text)).isEqualTo(new Paragraph(LINE, text));
  }

  @Test
  void areHigherThanRunningText() {
    assertThat(told(22, true, RUNNING)).isInstanceOf(Paragraph.class);
    assertThat(told(Integer.MAX_VALUE, true, RUNNING)).isInstanceOf(Paragraph.class);
  }

  @Test
  void areSingleLines() {
    assertThat(told(20, false, RUNNING)).isInstanceOf(Paragraph.class);
  }

  @Test
  void standAboveRunningText() {
    assertThat(told(20, true, new Paragraph(RUNNING.box(), "1 High Square")))
        .isInstanceOf(Paragraph.class);
    assertThat(told(20, true, new Heading(RUNNING.box(), 2, RUNNING.text())))
        .isInstanceOf(Paragraph.class);
    BoundingBox beside = new BoundingBox(400, 90, 900, 150);
    assertThat(told(20, true, new Paragraph(beside, RUNNING.text()))).isInstanceOf(Paragraph.class);
    assertThat(told(20, true)).isInstanceOf(Paragraph.class);
  }

  private static Block told(String text) {
    return PassedHeadings.in(page(new Paragraph(LINE, text), RUNNING), 20, box -> true)
        .blocks()
        .get(0);
  }

  private static Block told(int lineHeight, boolean isLine, Block... below) {
    Block[] blocks = new Block[below.length + 1];
    blocks[0] = new Paragraph(LINE, "Nails of iron");
    System.arraycopy(below, 0, blocks, 1, below.length);
    return PassedHeadings.in(page(blocks), lineHeight, box -> isLine).blocks().get(0);
  }

  private static Page page(Block... blocks) {
    return new Page(Paper.SIZE, List.of(blocks));
  }
}

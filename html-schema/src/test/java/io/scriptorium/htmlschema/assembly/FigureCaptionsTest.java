package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
import io.scriptorium.htmlschema.Chart;
import io.scriptorium.htmlschema.Grid;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureCaptionsTest {
  private static final BoundingBox BOX = new BoundingBox(1, 2, 30, 40);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fig. 7 – Nails",
        "Figure 12: Hooks\nand nails",
        "Abb. 3. Nägel",
        "ABBILDUNG 3 – Nägel",
        "Figura 10: Clavos",
        "Fig 4",
        "Figure 3.2: Nails"
      })
  void takesWhatBeginsWithTheNumberOfAFigureForACaption(String text) {
    assertThat(told(new Paragraph(BOX, text))).isEqualTo(new Caption(BOX, text));
    assertThat(told(new Heading(BOX, 2, text))).isEqualTo(new Caption(BOX, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Figure 7 shows nails",
        "Figure 3.2 shows nails",
        "Fig. 7-9 show nails",
        "Fig. 7–9 show nails",
        "See Fig. 7: nails",
        "Figures: 7",
        "7. Nails",
        "Fig. 7a"
      })
  void leavesWhatSpeaksOfAFigure(String text) {
    Paragraph paragraph = new Paragraph(BOX, text);

    assertThat(told(paragraph)).isSameAs(paragraph);
  }

  @Test
  void leavesOtherBlocks() {
    Caption caption = new Caption(BOX, "Nails");

    assertThat(told(caption)).isSameAs(caption);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sales of nails", "Why nails?", "Nails (in tonnes)"})
  void takesALineCloseAboveAChartForItsTitle(String text) {
    assertThat(above(new BoundingBox(100, 85, 300, 100), text))
        .isEqualTo(new Caption(new BoundingBox(100, 85, 300, 100), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nails were sold.", "Nails were sold:", "“Nails were sold!”"})
  void takesNoSentenceForATitle(String text) {
    assertThat(above(new BoundingBox(100, 85, 300, 100), text)).isInstanceOf(Paragraph.class);
  }

  @Test
  void takesNothingForATitleThatIsFarFromTheChartOrBesideIt() {
    assertThat(above(new BoundingBox(100, 55, 300, 70), "Nails")).isInstanceOf(Paragraph.class);
    assertThat(above(new BoundingBox(40, 85, 240, 100), "Nails")).isInstanceOf(Paragraph.class);
    assertThat(above(new BoundingBox(400, 85, 540, 100), "Nails")).isInstanceOf(Paragraph.class);
    assertThat(above(new BoundingBox(100, 200, 300, 215), "Nails")).isInstanceOf(Paragraph.class);
  }

  @Test
  void takesNoTextOfSeveralLinesForATitle() {
    assertThat(above(new BoundingBox(100, 60, 200, 100), "Nails and hooks and screws and nuts"))
        .isInstanceOf(Paragraph.class);
  }

  /** What a paragraph is that comes before a chart. */
  private static Block above(BoundingBox box, String text) {
    Chart chart = new Chart(new BoundingBox(100, 110, 500, 400), new Grid(List.of()));
    return told(new Paragraph(box, text), chart);
  }

  private static Block told(Block... blocks) {
    return FigureCaptions.in(new Page(new PageSize(1000, 1000), List.of(blocks))).blocks().get(0);
  }
}

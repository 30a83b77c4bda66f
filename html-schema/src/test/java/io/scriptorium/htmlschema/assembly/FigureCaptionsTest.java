package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Caption;
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

  private static Block told(Block block) {
    return FigureCaptions.in(new Page(new PageSize(100, 100), List.of(block))).blocks().get(0);
  }
}

package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayHeadingsTest {
  private static final BoundingBox BOX = new BoundingBox(200, 300, 400, 320);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yours sincerely,",
        "Sehr geehrte Damen und Herren,",
        "They wait for the nails.",
        "Bien à vous.",
        "and wait.",
        "Nails;",
        "Estimados señores:",
        "Nails of iron are known since 1937."
      })
  void endAsOnlyParagraphsDo(String text) {
    assertThat(told(text)).isEqualTo(new Paragraph(BOX, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 Nails",
        "2. Nails and how they are made.",
        "Statistical analysis.",
        "Why nails?",
        "Nails of 1937.",
        "Nails:",
        "Nail Works Inc.",
        "Los clavos, S. Coop.",
        "Nails: a list",
        "e.v.",
        ""
      })
  void areNoOthers(String text) {
    assertThat(told(text)).isEqualTo(new Heading(BOX, 2, text));
  }

  private static Block told(String text) {
    return StrayHeadings.in(new Page(Paper.SIZE, List.of(new Heading(BOX, 2, text))))
        .blocks()
        .get(0);
  }
}

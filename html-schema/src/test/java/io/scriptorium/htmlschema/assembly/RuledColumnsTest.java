package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuledColumnsTest {
  private static final Paragraph TITLE =
      new Paragraph(new BoundingBox(100, 50, 500, 70), "A title\nof two lines");

  private final List<BoundingBox> asked = new ArrayList<>();

  @Test
  void makesATableOfTextsSideBySideWithARuleBelowTheirFirstLines() {
    assertThat(ruled(TITLE, text(100, "Born on\n1 May\n2 June"), text(400, "Name\nAda\nBo")))
        .containsExactly(
            TITLE,
            new Table(
                new BoundingBox(100, 100, 500, 160),
                Paper.grid("!Born on|Name", "1 May|Ada", "2 June|Bo")));
    assertThat(asked).contains(new BoundingBox(100, 110, 500, 130));
  }

  @Test
  void takesTextsBelowEachOtherForOneColumn() {
    Heading head = new Heading(new BoundingBox(400, 100, 450, 118), 2, "Name");
    Paragraph rest = new Paragraph(new BoundingBox(400, 120, 500, 160), "Ada\nBo");

    assertThat(ruled(text(100, "Born on\n1 May\n2 June"), head, rest))
        .extracting(block -> ((Table) block).grid())
        .containsExactly(Paper.grid("!Born on|Name", "1 May|Ada", "2 June|Bo"));
  }

  @Test
  void leavesFieldsBetweenWhichRulesEnd() {
    List<Block> fields = List.of(text(100, "Born on\n1 May"), text(400, "Name\nAda"));

    assertThat(RuledColumns.in(fields, box -> box.x2() <= 200)).isEqualTo(fields);
  }

  @Test
  void leavesTextsThatHaveNotAsManyLinesOrStandNotInOneRow() {
    Paragraph lower = new Paragraph(new BoundingBox(400, 130, 500, 190), "Name\nAda\nBo");

    assertThat(ruled(text(100, "Born on\n1 May\n2 June"), text(400, "Name\nAda"))).hasSize(2);
    assertThat(ruled(text(100, "Born on\n1 May\n2 June"), lower)).hasSize(2);
    assertThat(ruled(text(100, "Born on"), text(400, "Name"))).hasSize(2);
  }

  @Test
  void keepsTheMeanConfidenceOfItsTexts() {
    Marks sure = Marks.NONE.withConfidence(1);
    Marks unsure = Marks.NONE.withConfidence(0.25);

    assertThat(ruled(text(100, "a\nb").with(sure), text(400, "c\nd").with(unsure)))
        .extracting(block -> block.marks().confidence().orElse(0))
        .containsExactly(0.5);
  }

  private List<Block> ruled(Block... blocks) {
    return RuledColumns.in(List.of(blocks), asked::add);
  }

  private static Paragraph text(int left, String lines) {
    return new Paragraph(new BoundingBox(left, 100, left + 100, 160), lines);
  }
}

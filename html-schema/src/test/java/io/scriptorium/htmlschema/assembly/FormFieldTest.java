package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Marks;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormFieldTest {
  private static final BoundingBox UPPER = new BoundingBox(10, 10, 60, 20);
  private static final BoundingBox LOWER = new BoundingBox(12, 25, 90, 40);
  private static final BoundingBox BOTH = new BoundingBox(10, 10, 90, 40);

  @Test
  void isOneParagraphOfItsLabelAndItsValue() {
    assertThat(told(new Paragraph(UPPER, "Name"), new Heading(LOWER, 2, "Ann Ash")))
        .containsExactly(new Paragraph(BOTH, "Name\nAnn Ash"));
  }

  @Test
  void isNoHeading() {
    assertThat(told(new Heading(LOWER, 2, "Ann Ash")))
        .containsExactly(new Paragraph(LOWER, "Ann Ash"));
  }

  @Test
  void isAsSureAsItsLinesAre() {
    Paragraph label = new Paragraph(UPPER, "Name", Marks.NONE.withConfidence(0.9));
    Paragraph value = new Paragraph(LOWER, "Anne", Marks.NONE.withConfidence(0.4));

    assertThat(told(label, value).get(0).marks().confidence()).hasValue(0.6);
  }

  @Test
  void staysAsItIsIfThereIsMoreInItThanText() {
    Block[] signed = {new Paragraph(UPPER, "Signature"), new Image(LOWER)};

    assertThat(told(signed)).containsExactly(signed);
  }

  @Test
  void mayBeEmpty() {
    assertThat(told()).isEmpty();
  }

  private static List<Block> told(Block... blocks) {
    return FormField.in(new Page(new PageSize(100, 100), List.of(blocks))).blocks();
  }
}

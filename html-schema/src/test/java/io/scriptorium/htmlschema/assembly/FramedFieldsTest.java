package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Paragraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramedFieldsTest {
  private static final Paragraph TOWN = text(100, 100, "Town");
  private static final Paragraph LUND = text(110, 140, "Lund");
  private static final Heading MAIL = new Heading(new BoundingBox(400, 100, 460, 120), 2, "E-mail");
  private static final Paragraph ADA = text(410, 140, "ada@example.org");

  @Test
  void makesOneParagraphOfALabelAndTheValueInTheFrameBelowIt() {
    assertThat(FramedFields.in(List.of(TOWN, MAIL, LUND, ADA), FramedFieldsTest::frame))
        .containsExactly(
            new Paragraph(new BoundingBox(100, 100, 170, 160), "Town\nLund"),
            new Paragraph(new BoundingBox(400, 100, 470, 160), "E-mail\nada@example.org"));
  }

  @Test
  void leavesWhatStandsInNoFrame() {
    assertThat(FramedFields.in(List.of(TOWN, LUND), box -> Optional.empty()))
        .containsExactly(TOWN, LUND);
  }

  @Test
  void leavesAFrameThatHasItsLabelInIt() {
    Paragraph both = text(110, 140, "Town\nLund");

    assertThat(FramedFields.in(List.of(TOWN, both), FramedFieldsTest::frame))
        .containsExactly(TOWN, both);
  }

  @Test
  void leavesWhatIsFramedItselfOrStandsFartherAboveOrFartherLeft() {
    for (Paragraph other :
        List.of(text(110, 100, "framed"), text(100, 60, "above"), text(60, 100, "left"))) {
      assertThat(FramedFields.in(List.of(other, LUND), FramedFieldsTest::frame))
          .containsExactly(other, LUND);
    }
  }

  private static Paragraph text(int left, int top, String text) {
    return new Paragraph(new BoundingBox(left, top, left + 60, top + 20), text);
  }

  /** Around all that is indented by ten pixels. */
  private static Optional<BoundingBox> frame(BoundingBox box) {
    return Optional.of(box)
        .filter(text -> text.x1() % 100 == 10)
        .map(
            text -> new BoundingBox(text.x1() - 10, text.y1() - 8, text.x2() + 150, text.y2() + 8));
  }
}

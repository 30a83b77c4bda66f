package io.scriptorium.htmlschema;

import static io.scriptorium.htmlschema.Reading.BOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void roundsConfidenceToThousandths() {
    assertThat(Marks.NONE.withConfidence(0.12351).confidence()).hasValue(0.124);
    assertThat(Marks.NONE.withConfidence(1).confidence()).hasValue(1);
  }

  @Test
  void rejectsAConfidenceThatIsNone() {
    for (double value : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Marks(Role.BODY, OptionalDouble.of(value)))
          .hasMessage("confidence " + value + " is not between 0 and 1");
    }
  }

  @Test
  void areWrittenOnlyWhereTheyTellSomething() {
    Marks marks = Marks.NONE.withRole(Role.PAGE_NUMBER).withConfidence(0.5);

    assertThat(HtmlWriter.page(pageOf(new Paragraph(BOX, "7", marks))))
        .contains(
            "<p data-bbox=\"1 2 30 40\" data-role=\"page-number\" data-confidence=\"0.5\">7</p>");
    assertThat(HtmlWriter.page(pageOf(new Paragraph(BOX, "7"))))
        .contains("<p data-bbox=\"1 2 30 40\">7</p>");
  }

  @Test
  void ofAnAnswerAreNotBelieved() {
    PageReading reading =
        Reading.ofBody("<p B data-role=header data-confidence=1>I am sure of myself</p>");

    assertThat(Reading.blocks(reading)).containsExactly(new Paragraph(BOX, "I am sure of myself"));
    assertThat(Reading.codes(reading)).containsExactly("ATTRIBUTES_DROPPED");
  }

  private static Page pageOf(Block block) {
    return new Page(Reading.SIZE, List.of(block));
  }
}

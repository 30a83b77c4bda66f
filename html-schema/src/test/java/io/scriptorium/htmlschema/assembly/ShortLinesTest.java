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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first line of a page is from 100 to 120 down. */
class ShortLinesTest {
  private static final Paragraph NAME = text(100, 100, 120, "Ann Nail");

  @Test
  void areJoinedWithThoseCloseBelow() {
    Paragraph role = text(100, 126, 146, "Director");
    Paragraph address = text(101, 150, 195, "1 High Square\nNailton");

    assertThat(joined(NAME, role, address))
        .containsExactly(
            new Paragraph(
                new BoundingBox(100, 100, 400, 195), "Ann Nail\nDirector\n1 High Square\nNailton"));
  }

  @ParameterizedTest
  @CsvSource({
    "130, 150, 100, with more white between",
    "126, 146, 120, indented",
    "126, 156, 100, in larger type",
    "110, 130, 100, in the same rows"
  })
  void stayApart(int top, int bottom, int left, String why) {
    Paragraph other = text(left, top, bottom, "Director");

    assertThat(joined(NAME, other)).as(why).containsExactly(NAME, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "☑ Director",
        "Nails are sold.",
        "Dear Ann,",
        "one two three four five six seven eight nine",
        ""
      })
  void areNoSentencesAndNoBoxesToTick(String text) {
    Paragraph other = text(100, 126, 146, text);

    assertThat(joined(NAME, other)).containsExactly(NAME, other);
    assertThat(joined(text(100, 74, 94, text), NAME)).hasSize(2);
  }

  @Test
  void areNoTextsOfWrappedLines() {
    Paragraph wrapped = text(100, 126, 146, "Kings ".repeat(8).strip() + "Q".repeat(60));

    assertThat(joined(NAME, wrapped)).containsExactly(NAME, wrapped);
  }

  @Test
  void areParagraphs() {
    Heading heading = new Heading(new BoundingBox(100, 126, 400, 146), 2, "Director");

    assertThat(joined(NAME, heading)).containsExactly(NAME, heading);
  }

  private static List<Block> joined(Block... blocks) {
    return ShortLines.in(new Page(Paper.SIZE, List.of(blocks))).blocks();
  }

  private static Paragraph text(int left, int top, int bottom, String text) {
    return new Paragraph(new BoundingBox(left, top, 400, bottom), text);
  }
}

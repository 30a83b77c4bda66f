package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are 20 pixels high, and as wide as is said. */
class ParagraphBreaksTest {
  private static final int LEADING = 8;
  private static final String FIRST = "One sentence is here. It goes on, and there it ends.";
  private static final String SECOND = "Another one begins below the white and ends.";

  private final List<BoundingBox> lines = new ArrayList<>();

  @Test
  void areWhereThereIsMoreWhiteThanBetweenOtherLines() {
    line(0, 400).line(LEADING, 120).line(30, 400).line(LEADING, 40);

    assertThat(parts(FIRST + " " + SECOND))
        .extracting(Paragraph::text)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void partTheBoxInTheMiddleOfTheWhite() {
    line(0, 400).line(LEADING, 120).line(30, 400).line(LEADING, 40);

    assertThat(parts(FIRST + " " + SECOND))
        .extracting(Paragraph::box)
        .containsExactly(new BoundingBox(100, 0, 500, 63), new BoundingBox(100, 63, 500, 126));
  }

  @Test
  void mayBeSeveral() {
    line(0, 400).line(LEADING, 120).line(30, 400).line(LEADING, 40).line(30, 300);

    assertThat(parts(FIRST + " " + SECOND + " And a third one, which is short.")).hasSize(3);
  }

  @Test
  void areAtTheLineBreakThatWasRead() {
    line(0, 90).line(30, 400).line(LEADING, 400);

    assertThat(parts("A title\nand text that goes on over two lines of the page"))
        .extracting(Paragraph::text)
        .containsExactly("A title", "and text that goes on over two lines of the page");
  }

  @Test
  void areNotBetweenLinesThatAreAllAsFarApart() {
    line(0, 400).line(30, 120).line(30, 400).line(30, 40);

    assertThat(parts(FIRST + " " + SECOND)).hasSize(1);
  }

  @Test
  void areBetweenTwoLinesIfALineIsLeftFree() {
    line(0, 400).line(30, 400);
    assertThat(parts(FIRST + " " + SECOND)).hasSize(2);

    lines.clear();
    line(0, 400).line(15, 400);
    assertThat(parts(FIRST + " " + SECOND)).hasSize(1);
  }

  @Test
  void areAboveAnIndentedLine() {
    line(0, 400).line(LEADING, 120).indented(30, 370).line(LEADING, 40);

    assertThat(parts(FIRST + " " + SECOND))
        .extracting(Paragraph::text)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void areBetweenIndentedLinesOfWhichTheUpperOneIsShort() {
    line(0, 1).indented(30, 340).indented(30, 370).line(LEADING, 90);
    lines.remove(0);

    String second = "Another one begins there, and goes on and on in several lines, and ends.";
    assertThat(parts(FIRST + " " + second))
        .extracting(Paragraph::text)
        .containsExactly(FIRST, second);
  }

  @Test
  void areBetweenAShortLineAndAnIndentedOne() {
    line(0, 300).indented(30, 370).line(LEADING, 10);
    assertThat(parts(FIRST + " " + SECOND))
        .extracting(Paragraph::text)
        .containsExactly(FIRST, SECOND);

    lines.clear();
    line(0, 340).indented(30, 370).line(LEADING, 10);
    assertThat(parts(FIRST + " " + SECOND)).as("but not below a longer one").hasSize(1);
  }

  @Test
  void areAboveAnIndentedLastLine() {
    line(0, 1).indented(30, 370).line(LEADING, 120).indented(30, 370);
    lines.remove(0);

    assertThat(parts(FIRST + " " + SECOND))
        .extracting(Paragraph::text)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void areNotAboveALineThatStandsFarToTheRightOrAmongOthersInTheMiddle() {
    line(0, 400).line(LEADING, 120).indented(200, 370).line(LEADING, 40);
    assertThat(parts(FIRST + " " + SECOND)).hasSize(1);

    lines.clear();
    line(0, 400).indented(30, 340).indented(60, 280).indented(30, 340);
    assertThat(parts(FIRST + " " + SECOND)).hasSize(1);
  }

  @Test
  void areNotAmidAnEntryWhoseOtherLinesAreIndented() {
    line(0, 400).line(LEADING, 380).indented(30, 300).line(LEADING, 390);

    assertThat(parts("[1] Nails. [2] Nails and hooks, and how to sell them: Works of 1981."))
        .hasSize(1);
  }

  @Test
  void areBelowWhiteAlsoIfAnIndentedLineAboveItBeginsNoSentence() {
    line(0, 400).line(LEADING, 300).indented(30, 370).line(LEADING, 120).line(30, 400);

    String unbroken =
        "Nails and hooks and ropes and tools and what else there is in all our shops.";
    assertThat(parts(unbroken + " " + SECOND))
        .extracting(Paragraph::text)
        .containsExactly(unbroken, SECOND);
  }

  @Test
  void areNotBetweenTheDotsOfALineAndTheRest() {
    line(0, 400);
    lines.add(new BoundingBox(100, 35, 140, 38));
    lines.add(new BoundingBox(100, 40, 500, 60));

    assertThat(parts(FIRST + " " + SECOND)).hasSize(1);
  }

  @Test
  void areNotWhereNoSentenceEnds() {
    line(0, 400).line(LEADING, 400).line(30, 400).line(LEADING, 400);

    assertThat(parts("words and words and words and words and words and words and words"))
        .hasSize(1);
  }

  @Test
  void areNotInWhatHasNoLines() {
    assertThat(parts(FIRST)).hasSize(1);
  }

  private ParagraphBreaksTest line(int gap, int width) {
    int top = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).y2() + gap;
    lines.add(new BoundingBox(100, top, 100 + width, top + 20));
    return this;
  }

  private ParagraphBreaksTest indented(int by, int width) {
    line(LEADING, width);
    BoundingBox line = lines.remove(lines.size() - 1);
    lines.add(new BoundingBox(line.x1() + by, line.y1(), line.x2() + by, line.y2()));
    return this;
  }

  private List<Paragraph> parts(String text) {
    BoundingBox all = lines.stream().reduce(BoundingBox::union).orElse(new BoundingBox(0, 0, 9, 9));
    return ParagraphBreaks.in(new Paragraph(all, text), lines).stream()
        .map(Paragraph.class::cast)
        .toList();
  }
}

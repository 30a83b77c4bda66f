package io.scriptorium.renderer;

import static io.scriptorium.renderer.DrawnLines.TYPE;
import static io.scriptorium.renderer.DrawnLines.letters;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.FormFields.Part;
import io.scriptorium.renderer.InkSums.Area;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lengths are millimetres of A4 at 200 dpi. */
class FormFieldsTest {
  private static final double RULE = 0.4;

  private final Paper paper = Paper.white();

  @Test
  void partsFramesSideBySideFromWhatIsAboveAndBelow() {
    letters(paper, 20, 40, 60, TYPE);
    framed(20, 50, 60);
    framed(84, 50, 40);
    framed(128, 50, 50);
    letters(paper, 20, 80, 150, TYPE);

    assertThat(parted()).extracting(Part::isField).containsExactly(false, true, true, true, false);
    assertThat(parted().subList(1, 4)).extracting(part -> part.area().left()).isSorted();
  }

  @Test
  void partsFramesWhoseLinesAreSoFaintThatTheyAreBroken() {
    letters(paper, 20, 40, 60, TYPE);
    faintlyFramed(20, 50, 60);
    faintlyFramed(84, 50, 40);
    letters(paper, 20, 80, 150, TYPE);
    paper.grain(11);

    assertThat(parted()).extracting(Part::isField).containsExactly(false, true, true, false);
  }

  @Test
  void partsLinesToWriteOnWithTheirLabelsBelow() {
    written(20, 50, 60);
    written(84, 50, 90);

    assertThat(parted()).hasSize(2).allMatch(Part::isField);
    assertThat(parted())
        .as("value, line and label are in each part")
        .allMatch(part -> part.area().height() == all().height());
  }

  @Test
  void partsLinesThatAreFewHeightsOfTypeApart() {
    written(20, 50, 60);
    written(88, 50, 80);

    assertThat(parted()).hasSize(2).allMatch(Part::isField);
  }

  @Test
  void takesRowsOfLinesToWriteOnForNoFrames() {
    for (double top : new double[] {50, 60.5}) {
      letters(paper, 21, top, 20, TYPE);
      rule(20, top + TYPE + 0.8, 60);
      letters(paper, 85, top, 30, TYPE);
      rule(84, top + TYPE + 0.8, 90);
    }

    assertThat(parted()).hasSize(4).allMatch(Part::isField);
  }

  @Test
  void leavesATitleCloseAboveFramesToItself() {
    letters(paper, 20, 46.5, 40, TYPE);
    framed(20, 50, 60);
    framed(84, 50, 40);

    assertThat(parted()).extracting(Part::isField).containsExactly(false, true, true);
  }

  @Test
  void leavesTheTitleOfTheFieldsToItself() {
    letters(paper, 20, 46.6, 40, TYPE);
    rule(20, 50 + TYPE + 0.8, 60);
    letters(paper, 20, 50 + TYPE + 2.2, 20, TYPE);
    written(84, 50, 90);

    assertThat(parted()).extracting(Part::isField).containsExactly(false, true, true);
  }

  @Test
  void takesTheLabelsAboveTheValues() {
    for (double left : new double[] {20, 84}) {
      letters(paper, left, 46.6, 20, TYPE);
      letters(paper, left, 50, 30, TYPE);
      rule(left, 50 + TYPE + 0.8, 60);
    }

    assertThat(parted()).hasSize(2).allMatch(Part::isField);
  }

  @Test
  void overlooksDustBetweenLabelsAndWhatIsAboveThem() {
    letters(paper, 20, 40, 150, TYPE);
    for (double left : new double[] {20, 84}) {
      letters(paper, left, 50, 20, TYPE);
      frame(left, 54.5, 60, 8);
      letters(paper, left + 1, 57, 30, TYPE);
    }
    for (double left : new double[] {40, 70, 110, 150}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(left, 48.6, 1, 0.4));
    }

    assertThat(parted().subList(1, 3))
        .allSatisfy(part -> assertThat(part.area().height()).isGreaterThan(4 * heightOfType()));
  }

  @Test
  void overlooksTheSideOfAFrameAroundThem() {
    paper.draw(Color.BLACK, new Rectangle2D.Double(16, 45, 0.3, 20));
    written(20, 50, 60);
    written(84, 50, 90);

    assertThat(new FormFields(map(), ink()).parted(all())).filteredOn(Part::isField).hasSize(2);
  }

  @Test
  void partsFieldsWithLabelsBesideTheirFrames() {
    letters(paper, 20, 51, 15, TYPE);
    frame(38, 49, 50, 7);
    letters(paper, 40, 51, 20, TYPE);
    letters(paper, 92, 51, 15, TYPE);
    frame(110, 49, 60, 7);

    assertThat(parted()).hasSize(2);
    assertThat(parted().get(0).area().right()).isLessThan(parted().get(1).area().left());
  }

  @Test
  void leavesTheRowsOfATableTogetherWhoseRulesGoThrough() {
    for (int row = 0; row <= 4; row++) {
      rule(20, 50 + row * 6, 150);
    }
    for (int row = 0; row < 4; row++) {
      letters(paper, 22, 52 + row * 6, 40, TYPE);
      letters(paper, 110, 52 + row * 6, 30, TYPE);
    }

    assertThat(parted()).containsExactly(new Part(all(), false));
  }

  @Test
  void leavesTheRowsOfATableTogetherThatHaveAPaleGround() {
    for (int row = 0; row < 8; row += 2) {
      paper.draw(new Color(218, 227, 237), new Rectangle2D.Double(20, 50 + 4 * row, 110, 4));
    }
    for (int row = 0; row < 8; row++) {
      for (double left : new double[] {21, 60, 95}) {
        letters(paper, left, 51 + 4 * row, 12, TYPE);
      }
    }

    assertThat(parted()).containsExactly(new Part(all(), false));
  }

  @Test
  void leavesRulesTogetherThatAreFarApartAsFaintOnesWithGapsAre() {
    written(20, 50, 60);
    written(100, 50, 70);

    assertThat(parted()).containsExactly(new Part(all(), false));
  }

  @Test
  void leavesHeadsTogetherThatStandInTheMiddleOfTheirRules() {
    letters(paper, 40, 50, 20, TYPE);
    letters(paper, 120, 50, 20, TYPE);
    rule(20, 53.5, 60);
    rule(84, 53.5, 90);
    letters(paper, 20, 54.8, 20, TYPE);
    letters(paper, 84, 54.8, 20, TYPE);
    letters(paper, 20, 60, 150, TYPE);

    assertThat(parted()).containsExactly(new Part(all(), false));
  }

  @Test
  void leavesRulesTogetherThatNothingIsPrintedBeside() {
    letters(paper, 20, 50, 20, TYPE);
    rule(20, 55, 60);
    rule(84, 55, 80);
    letters(paper, 150, 50, 14, TYPE);

    assertThat(parted()).containsExactly(new Part(all(), false));
  }

  @Test
  void leavesLinesTogetherOfWhichOneGoesOverTheWhite() {
    letters(paper, 20, 52, 150, TYPE);
    rule(20, 55.5, 60);
    rule(84, 55.5, 86);

    assertThat(parted())
        .as("the rules stay below the line of type, which nothing parts")
        .noneMatch(part -> part.isField() && part.area().height() > heightOfType());
  }

  /** A frame with a label and a value in it. */
  private void framed(double left, double top, double width) {
    frame(left, top, width, 10);
    letters(paper, left + 1, top + 1.2, width / 3, TYPE);
    letters(paper, left + 1, top + 5.2, width / 2, TYPE);
  }

  /** The same with nothing of the frame but faint lines above and below. */
  private void faintlyFramed(double left, double top, double width) {
    letters(paper, left + 1, top + 1.2, width / 3, TYPE);
    letters(paper, left + 1, top + 5.2, width / 2, TYPE);
    for (double y : new double[] {top, top + 10}) {
      paper.draw(new Color(222, 222, 222), new Rectangle2D.Double(left, y, width, 0.25));
    }
  }

  /** A value on a line, and a label below. */
  private void written(double left, double top, double width) {
    letters(paper, left + 1, top, width / 2, TYPE);
    rule(left, top + TYPE + 0.8, width);
    letters(paper, left, top + TYPE + 2.2, width / 3, TYPE);
  }

  private void frame(double left, double top, double width, double height) {
    rule(left, top, width);
    rule(left, top + height, width);
    paper.draw(Color.BLACK, new Rectangle2D.Double(left, top, RULE, height));
    paper.draw(Color.BLACK, new Rectangle2D.Double(left + width - RULE, top, RULE, height + RULE));
  }

  private void rule(double left, double top, double width) {
    paper.draw(Color.BLACK, new Rectangle2D.Double(left, top, width, RULE));
  }

  private InkSums ink() {
    return InkSums.ofPage(map());
  }

  private InkMap map() {
    return InkMap.of(paper.scanned());
  }

  private Area all() {
    InkSums ink = ink();
    return ink.trimmed(ink.withoutDarkEdges());
  }

  private int heightOfType() {
    return InkLines.of(ink(), all()).typeHeight();
  }

  private List<Part> parted() {
    InkSums ink = ink();
    List<Part> parts = new FormFields(map(), ink).parted(all());
    assertThat(parts.stream().map(Part::area).mapToInt(ink::in).sum())
        .as("ink")
        .isEqualTo(ink.in(all()));
    return parts;
  }
}

package io.scriptorium.renderer;

import static io.scriptorium.renderer.DrawnLines.PITCH;
import static io.scriptorium.renderer.DrawnLines.TYPE;
import static io.scriptorium.renderer.DrawnLines.letters;
import static io.scriptorium.renderer.DrawnLines.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.renderer.InkSums.Area;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lengths are millimetres of A4 at 200 dpi. */
class SideBySideTest {
  /** From line to line of a paragraph set tight. */
  private static final double TIGHT = 3.8;

  private final Paper paper = Paper.white();

  @Test
  void readsTheBlocksInTheHeadOfAnInvoiceOneAfterTheOther() {
    lines(paper, 20, 30, 60, 1);
    block(20, 50, 30, 4);
    block(80, 51.3, 30, 3);
    block(140, 50, 45, 5);
    lines(paper, 20, 80, 165, 3);

    assertThat(parted()).hasSize(5).satisfies(this::areInReadingOrder);
  }

  @Test
  void partsBlocksWhoseLinesStandInRows() {
    block(20, 50, 40, 4);
    block(120, 50, 60, 3);

    assertThat(parted()).hasSize(2).satisfies(this::areInReadingOrder);
  }

  @Test
  void partsThreeBlocksWhoseLinesStandInRows() {
    block(20, 50, 40, 4);
    block(80, 50, 40, 3);
    block(140, 50, 45, 4);

    assertThat(parted()).hasSize(3).satisfies(this::areInReadingOrder);
  }

  @Test
  void readsAnAddressBesideTheFrameOfASmallTable() {
    for (int rule = 0; rule <= 3; rule++) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20, 50 + rule * PITCH, 70, 0.3));
      lines(paper, 22, 51.5 + rule * PITCH, 25, rule < 3 ? 1 : 0);
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 50, 0.3, 3 * PITCH));
    paper.draw(Color.BLACK, new Rectangle2D.Double(90, 50, 0.3, 3 * PITCH));
    lines(paper, 20, 80, 150, 3);
    block(110, 51, 45, 4);

    assertThat(parted()).hasSize(3).satisfies(this::areInReadingOrder);
  }

  @Test
  void readsTwoAddressesBesideATableWhoseRowsStandAtTheirLines() {
    lines(paper, 20, 50, 40, 4);
    block(80, 50, 40, 4);
    lines(paper, 140, 50, 45, 4);
    for (int rule = 0; rule <= 4; rule++) {
      paper.draw(Color.GRAY, new Rectangle2D.Double(138, 48.6 + rule * PITCH, 50, 0.3));
    }

    assertThat(parted()).hasSize(3).satisfies(this::areInReadingOrder);
  }

  @Test
  void leavesTheRowsOfATableTogether() {
    lines(paper, 20, 50, 40, 6);
    lines(paper, 120, 50, 30, 6);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesAmountsBesideWhatTheyAreForThoughARuleIsAboveTheirSum() {
    lines(paper, 110, 50, 40, 3);
    lines(paper, 165, 50, 20, 3);
    paper.draw(Color.BLACK, new Rectangle2D.Double(165, 58.6, 20, 0.3));

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesTwoLinesBesideTwoOthers() {
    block(20, 50, 40, 2);
    block(120, 51.5, 45, 2);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesRowsTogetherThatAreTightAndHaveCells() {
    block(20, 50, 25, 4);
    block(60, 50, 20, 4);
    block(130, 50, 30, 4);
    letters(paper, 20, 50 + 4 * TIGHT, 90, TYPE);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesRowsTogetherWhoseFirstCellHasTwoLines() {
    for (int row = 0; row < 3; row++) {
      block(20, 50 + row * 9.2, 60, 2);
      block(120, 51.9 + row * 9.2, 40, 1);
    }

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesNumbersWithTheLinesThatTheyCount() {
    block(20, 50, 90, 4);
    for (int line = 0; line < 4; line++) {
      letters(paper, 130, 50.9 + line * TIGHT, 6, TYPE);
    }

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesBoxesToTickInTheirRows() {
    ticks(20, 50, 3);
    ticks(110, 50, 3);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesQuestionsBesideTheBoxesToTick() {
    block(20, 50, 60, 4);
    ticks(140, 51.2, 4);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesALegendBesideItsDrawing() {
    paper.draw(Color.GRAY, new Ellipse2D.Double(20, 50, 25, 25));
    block(70, 55, 30, 4);
    lines(paper, 20, 90, 150, 3);

    assertThat(parted()).hasSize(1);
  }

  @Test
  void leavesLinesTogetherThatAParagraphGoesOnBelow() {
    block(20, 50, 40, 4);
    block(120, 50.5, 60, 4);
    block(20, 50 + 4 * TIGHT, 160, 2);

    assertThat(parted()).hasSize(1);
  }

  private void ticks(double left, double top, int count) {
    for (int row = 0; row < count; row++) {
      double y = top + row * TIGHT;
      paper.draw(Color.BLACK, new Rectangle2D.Double(left, y, TYPE, TYPE));
    }
    block(left + TYPE + 1.8, top, 30, count);
  }

  private void block(double left, double top, double width, int count) {
    for (int line = 0; line < count; line++) {
      // Lines end where their words do.
      letters(paper, left, top + line * TIGHT, width - line % 2 * 5, TYPE);
    }
  }

  private List<Area> parted() {
    InkSums ink = InkSums.ofPage(InkMap.of(paper.scanned()));
    Area all = ink.trimmed(ink.withoutDarkEdges());
    List<Area> parts = new SideBySide(ink, new ColumnEvidence(ink)).parted(all);
    assertThat(parts.stream().mapToInt(ink::in).sum()).as("ink").isEqualTo(ink.in(all));
    return parts;
  }

  private void areInReadingOrder(List<? extends Area> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Area part = parts.get(i);
      assertThat(parts.subList(0, i))
          .allMatch(before -> part.top() >= before.bottom() || part.left() >= before.right());
    }
  }
}

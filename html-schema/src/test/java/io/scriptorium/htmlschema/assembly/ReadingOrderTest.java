package io.scriptorium.htmlschema.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  private static final String LONG = "A long line of running text in a column. ".repeat(4);

  @Test
  void findsTwoColumnsInOrderPlausible() {
    assertPlausible(left(100), left(450), left(800), right(100), right(450), right(800));
  }

  @Test
  void doubtsColumnsThatAreReadAcross() {
    Paper page = paper(left(100), right(130), left(450), right(520), left(800), right(900));

    assertThat(ReadingOrder.doubt(page.build()))
        .contains(new ReadingOrder.Doubt(4, "the order goes to and fro between columns"));
  }

  @Test
  void doubtsAParagraphThatComesAfterTheOneBelowIt() {
    Paper page = paper(left(100), left(800), left(450));

    assertThat(ReadingOrder.doubt(page.build()))
        .contains(new ReadingOrder.Doubt(3, "it stands above the paragraph before it"));
  }

  @Test
  void doesNotJudgeWhatStandsInLines() {
    assertPlausible(left(100), right(100), left(450), right(450), left(800), right(800));
  }

  @Test
  void startsAnewBelowWhatGoesOverBothColumns() {
    int[] wide = {100, 640, 900, 700};
    assertPlausible(
        left(0), left(300), right(0), right(300), wide, left(750), left(1060), right(750));
  }

  private static void assertPlausible(int[]... boxes) {
    assertThat(ReadingOrder.doubt(paper(boxes).build())).isEmpty();
  }

  private static int[] left(int y) {
    return new int[] {100, y, 480, y + 300};
  }

  private static int[] right(int y) {
    return new int[] {520, y, 900, y + 300};
  }

  private static Paper paper(int[]... boxes) {
    Paper paper = Paper.page();
    for (int[] box : boxes) {
      paper.text(box[0], box[1], box[2], box[3], LONG);
    }
    return paper;
  }
}

package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageInkTest {
  @Test
  void seesThatAnEmptySheetIsBlank() {
    PageInk ink = PageInk.of(Paper.white().scanned());

    assertThat(ink.blank()).isTrue();
    assertThat(ink.share()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 6})
  void seesThatGrainIsNoWriting(double deviation) {
    assertThat(isBlank(Paper.of(new Color(235, 230, 220)).grain(deviation))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 60, 120})
  void keepsFaintPencil(int darker) {
    assertThat(isBlank(Paper.of(new Color(240, 240, 236)).pencil(darker).grain(2))).isFalse();
  }

  @Test
  void keepsAPageWithNothingButItsNumber() {
    assertThat(isBlank(Paper.white().pageNumber())).isFalse();
  }

  @Test
  void keepsWritingBesideDarkEdgesAndHoles() {
    assertThat(isBlank(Paper.white().darkEdges().punched().pencil(30))).isFalse();
  }

  @Test
  void takesDarkEdgesOfTheScannerForNothing() {
    assertThat(isBlank(Paper.of(new Color(240, 240, 240)).darkEdges().grain(2))).isTrue();
  }

  @Test
  void takesPunchHolesForNothing() {
    assertThat(isBlank(Paper.white().punched())).isTrue();
  }

  @Test
  void takesSomeDustForNothingAndMuchOfItForWhatMayBeDots() {
    assertThat(isBlank(Paper.white().dust(12))).isTrue();
    assertThat(isBlank(Paper.white().dust(120))).isFalse();
  }

  @Test
  void takesTheShadeInTheFoldOfABookForNothing() {
    assertThat(isBlank(Paper.of(new Color(245, 245, 245)).shade(90).grain(2))).isTrue();
  }

  @Test
  void takesForNothingWhatShinesThroughFaintlyButKeepsWhatIsClear() {
    assertThat(isBlank(Paper.of(new Color(240, 240, 240)).shiningThrough(8).grain(1))).isTrue();
    assertThat(isBlank(Paper.of(new Color(240, 240, 240)).shiningThrough(150).grain(1))).isFalse();
  }

  @Test
  void doesNotCallADarkSheetBlank() {
    assertThat(isBlank(Paper.of(new Color(40, 40, 40)))).isFalse();
  }

  @Test
  void measuresThePartOfThePageThatHasInkWithoutItsEdge() {
    Paper third = Paper.white().draw(Color.BLACK, new Rectangle2D.Double(0, 0, 210, 100));

    double edge = Blots.EDGE * 297;
    double expected = (100 - edge) / (297 - 2 * edge);
    assertThat(PageInk.of(third.scanned()).share()).isCloseTo(expected, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40})
  void looksAtTinyPictures(int side) {
    byte[] rgb = new byte[3 * side];
    java.util.Arrays.fill(rgb, (byte) 255);

    assertThat(PageInk.of(new RasterImage(1, side, rgb)).blank()).isTrue();
  }

  private static boolean isBlank(Paper paper) {
    return PageInk.of(paper.scanned()).blank();
  }
}

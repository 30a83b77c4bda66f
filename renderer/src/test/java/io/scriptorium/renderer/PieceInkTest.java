package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page with two lines of letters, 2.4 mm high and 5 mm apart, from (20, 40) to (120, 47.4). */
class PieceInkTest {
  private static final double TYPE = 2.4;
  private static final double PITCH = 5;

  private final PagePiece piece = piece();
  private final PieceInk ink = PieceInk.of(piece);

  @Test
  void bringsABoxToTheLineThatItLiesOnForTheMostPart() {
    assertFits(box(21, 40.8, 119, 43.2), 20, 40, 120, 40 + TYPE);
    assertFits(box(19, 39.2, 121, 41.6), 20, 40, 120, 40 + TYPE);
  }

  @Test
  void takesEveryLineThatIsInTheBox() {
    assertFits(box(21, 39, 119, 49), 20, 40, 120, 40 + PITCH + TYPE);
  }

  @Test
  void takesInTheRestOfAWordButNotWhatIsFarAway() {
    assertFits(box(20, 40, 119, 40 + TYPE), 20, 40, 120, 40 + TYPE);
    assertFits(box(20, 40, 60, 40 + TYPE), 20, 40, 60.7, 40 + TYPE);
  }

  @Test
  void leavesABoxAloneThatIsExactOrHasNothingInIt() {
    for (PieceInk.Box box : List.of(box(20, 40, 120, 40 + TYPE), box(130, 40, 160, 40 + TYPE))) {
      assertThat(ink.fitted(box)).isEqualTo(box);
    }
  }

  @Test
  void leavesABoxAloneThatWouldGrowOverMuchElse() {
    PieceInk.Box thin = box(20, 41, 120, 41.3);

    assertThat(ink.fitted(thin)).isEqualTo(thin);
  }

  private void assertFits(PieceInk.Box box, double x1, double y1, double x2, double y2) {
    PieceInk.Box found = ink.fitted(box);
    PieceInk.Box wanted = box(x1, y1, x2, y2);
    assertThat(List.of(found.left(), found.top(), found.right(), found.bottom()))
        .zipSatisfy(
            List.of(wanted.left(), wanted.top(), wanted.right(), wanted.bottom()),
            (edge, exact) -> assertThat(Math.abs(edge - exact)).isLessThanOrEqualTo(4));
  }

  /** In pixels of the piece's part of the page. */
  private PieceInk.Box box(double x1, double y1, double x2, double y2) {
    return new PieceInk.Box(
        pixels(x1) - piece.left(),
        pixels(y1) - piece.top(),
        pixels(x2) - piece.left(),
        pixels(y2) - piece.top());
  }

  private static int pixels(double millimetres) {
    return (int) Math.round(millimetres * 200 / 25.4);
  }

  private static PagePiece piece() {
    Paper paper = Paper.white();
    for (int line = 0; line < 2; line++) {
      for (double x = 20; x < 120; x += 2) {
        paper.draw(Color.BLACK, new Rectangle2D.Double(x, 40 + line * PITCH, 1.2, TYPE));
      }
      paper.draw(Color.BLACK, new Rectangle2D.Double(119, 40 + line * PITCH, 1, TYPE));
    }
    return PageCutter.cut(paper.scanned(), new PieceShape(1344, 224)).get(0);
  }
}

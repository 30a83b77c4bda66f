package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceHalvesTest {
  private static final int WIDTH = 1344;
  private static final int HEIGHT = 224;
  private static final byte PAPER = (byte) 240;

  @Test
  void partsBetweenTheLinesNearestToTheMiddle() {
    List<PagePiece> halves = PieceHalves.of(pieceWithLinesAt(1, 20, 60, 100, 140, 180));

    assertThat(halves).hasSize(2);
    assertThat(linesOf(halves.get(0))).hasSize(2);
    assertThat(linesOf(halves.get(1))).hasSize(3);
  }

  @Test
  void putsTheLinesOfEachHalfIntoItsMiddleAndTellsWhereTheyAreOnThePage() {
    PagePiece piece = pieceWithLinesAt(2, 40, 160);

    List<PagePiece> halves = PieceHalves.of(piece);

    for (int i = 0; i < 2; i++) {
      PagePiece half = halves.get(i);
      int line = linesOf(half).get(0);
      assertThat(line + 10).isCloseTo(HEIGHT / 2, within(4));
      int wanted = piece.top() + (i == 0 ? 40 : 160) * 2;
      assertThat(half.top() + line * 2).isCloseTo(wanted, within(2));
      assertThat(half.left()).isEqualTo(piece.left());
      assertThat(half.slope()).isEqualTo(piece.slope());
    }
    assertThat(halves.get(0).shown().y2()).isCloseTo(piece.top() + 2 * (60 + 160) / 2, within(8));
    assertThat(halves.get(1).shown().y1()).isEqualTo(halves.get(0).shown().y2());
    assertThat(halves.get(1).shown().y2()).isEqualTo(piece.shown().y2());
    assertThat(halves.get(0).image().rgb()[0]).isEqualTo(PAPER);
  }

  @Test
  void knowsWhatGoesOn() {
    assertThat(PieceHalves.of(pieceWithLinesAt(1, 20, 46, 72, 98)))
        .extracting(PagePiece::goesOn)
        .containsExactly(true, true);
    assertThat(PieceHalves.of(pieceWithLinesAt(1, 20, 150)))
        .extracting(PagePiece::goesOn)
        .containsExactly(true, false);
  }

  @Test
  void prefersAWiderGapNearTheMiddle() {
    List<PagePiece> halves = PieceHalves.of(pieceWithLinesAt(1, 10, 40, 70, 120, 150, 180));

    assertThat(linesOf(halves.get(0))).hasSize(3);
    assertThat(linesOf(PieceHalves.of(pieceWithLinesAt(1, 10, 40, 95, 120, 145, 170)).get(0)))
        .hasSize(2);
  }

  @Test
  void takesNoRuleForALine() {
    PagePiece piece = pieceWithLinesAt(1, 100);
    byte[] rgb = piece.image().rgb();
    Arrays.fill(rgb, 3 * WIDTH * 140 + 60, 3 * WIDTH * 140 + 3900, (byte) 0);
    Arrays.fill(rgb, 3 * WIDTH * 141 + 60, 3 * WIDTH * 141 + 3900, (byte) 0);

    assertThat(PieceHalves.of(piece)).isEmpty();
  }

  @Test
  void leavesASingleLineAndNothingAsTheyAre() {
    assertThat(PieceHalves.of(pieceWithLinesAt(1, 100))).isEmpty();
    assertThat(PieceHalves.of(pieceWithLinesAt(1))).isEmpty();
  }

  /**
   * Lines of letters, 20 pixels high, on a picture of a part of the page so many times as large.
   */
  private static PagePiece pieceWithLinesAt(int scale, int... tops) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    Arrays.fill(rgb, PAPER);
    for (int top : tops) {
      for (int y = top; y < top + 20; y++) {
        for (int x = 20; x < 1320; x += 12) {
          int at = 3 * (y * WIDTH + x);
          Arrays.fill(rgb, at, at + 3 * 8, (byte) 0);
        }
      }
    }
    return new PagePiece(
        new RasterImage(WIDTH, HEIGHT, rgb),
        30,
        700,
        scale * WIDTH,
        scale * HEIGHT,
        0.01,
        true,
        false,
        new PagePiece.Shown(30, 700, 30 + scale * WIDTH, 700 + scale * HEIGHT));
  }

  /** Rows in which lines begin. */
  private static List<Integer> linesOf(PagePiece piece) {
    byte[] rgb = piece.image().rgb();
    return IntStream.range(1, HEIGHT)
        .filter(y -> isInk(rgb, y) && !isInk(rgb, y - 1))
        .boxed()
        .toList();
  }

  private static boolean isInk(byte[] rgb, int row) {
    return rgb[3 * (row * WIDTH + 20)] == 0;
  }
}

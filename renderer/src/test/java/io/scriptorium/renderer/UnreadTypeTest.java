package io.scriptorium.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A piece whose picture shows its part of the page twice as large. */
class UnreadTypeTest {
  private static final int WIDTH = 1344;
  private static final int HEIGHT = 224;
  private static final int LEFT = 60;
  private static final int TOP = 300;
  private static final PieceShape SHAPE = new PieceShape(WIDTH, HEIGHT);
  private static final byte PAPER = (byte) 240;

  private final byte[] rgb = new byte[3 * WIDTH * HEIGHT];

  UnreadTypeTest() {
    Arrays.fill(rgb, PAPER);
  }

  @Test
  void makesAPieceOfWhatLiesInNoBox() {
    word(100, 40, 30);
    word(700, 150, 6);

    List<PagePiece> unread = unread(around(100, 40, 30));

    assertThat(unread).hasSize(1);
    PagePiece part = unread.get(0);
    assertThat(part.image().width()).isEqualTo(2 * HEIGHT);
    assertThat(part.image().height()).isEqualTo(HEIGHT);
    assertThat(part.image().rgb()[0]).isEqualTo(PAPER);
    int x = firstInk(part) % part.image().width();
    int y = firstInk(part) / part.image().width();
    assertThat(x).as("in the middle").isCloseTo((2 * HEIGHT - 6 * 16) / 2, within(6));
    assertThat(y).as("in the middle").isCloseTo((HEIGHT - 20) / 2, within(3));
    assertThat(part.left() + x / 2).isCloseTo(LEFT + 700 / 2, within(1));
    assertThat(part.top() + y / 2).isCloseTo(TOP + 150 / 2, within(1));
    assertThat(part.shown().x1()).isCloseTo(LEFT + 700 / 2, within(2));
    assertThat(part.shown().y2()).isCloseTo(TOP + 170 / 2, within(2));
    assertThat(part.goesOn()).isFalse();
  }

  @Test
  void bringsSmallTypeToItsUsualHeight() {
    for (int i = 0; i < 12; i++) {
      fill(700 + 6 * i, 150, 4, 8);
    }

    PagePiece part = unread().get(0);

    assertThat(rowsWithInk(part)).isCloseTo(20, within(2L));
    assertThat((double) part.image().height() / part.height()).isCloseTo(2 * 2.5, within(0.1));
    int y = firstInk(part) / part.image().width();
    assertThat(part.top() + y * part.height() / part.image().height())
        .isCloseTo(TOP + 150 / 2, within(2));
  }

  @Test
  void findsNothingWhereAllTypeLiesInABoxOrBesideIt() {
    word(100, 40, 30);

    assertThat(unread(around(100, 40, 30))).isEmpty();
    assertThat(unread(around(108, 48, 29))).isEmpty();
  }

  @Test
  void takesTheLinesAndWordsOfAnAreaTogether() {
    word(100, 20, 5);
    word(200, 20, 5);
    word(100, 52, 12);
    word(100, 180, 12);

    assertThat(unread()).extracting(part -> part.shown().y1()).hasSize(2).isSorted();
  }

  @Test
  void takesADashAndTheWordsOnBothSidesTogether() {
    word(100, 100, 5);
    fill(190, 110, 20, 3);
    word(220, 100, 5);
    word(330, 100, 5);

    assertThat(unread())
        .as("without a dash between, words as far apart are not")
        .extracting(part -> part.shown().x2() - part.shown().x1())
        .hasSize(2)
        .first()
        .satisfies(width -> assertThat(width).isCloseTo(194 / 2, within(4)));
  }

  @Test
  void takesNeitherRulesNorDrawingsNorSingleSignsForType() {
    word(100, 40, 30);
    fill(100, 100, 800, 3);
    fill(100, 120, 200, 90);
    word(900, 150, 2);

    assertThat(unread(around(100, 40, 30))).isEmpty();
  }

  @Test
  void leavesAllButTheLargestAreas() {
    for (int i = 0; i < 6; i++) {
      word(40 + 210 * i, 100, 3 + i);
    }

    assertThat(unread())
        .extracting(part -> part.shown().x1())
        .hasSize(4)
        .allSatisfy(left -> assertThat(left).isGreaterThan(LEFT + (40 + 210) / 2 + 20));
  }

  @Test
  void findsNothingOnAnEmptyPiece() {
    assertThat(unread()).isEmpty();
  }

  private List<PagePiece> unread(PieceInk.Box... read) {
    PagePiece piece =
        new PagePiece(
            new RasterImage(WIDTH, HEIGHT, rgb),
            LEFT,
            TOP,
            WIDTH / 2,
            HEIGHT / 2,
            0,
            false,
            false,
            new PagePiece.Shown(LEFT, TOP, LEFT + WIDTH / 2, TOP + HEIGHT / 2));
    return UnreadType.of(piece, List.of(read), SHAPE);
  }

  /** Letters of 10 x 20 pixels of the picture, 6 apart. */
  private void word(int x, int y, int letters) {
    for (int i = 0; i < letters; i++) {
      fill(x + 16 * i, y, 10, 20);
    }
  }

  private void fill(int x, int y, int width, int height) {
    for (int row = y; row < y + height; row++) {
      int from = 3 * (row * WIDTH + x);
      Arrays.fill(rgb, from, from + 3 * width, (byte) 0);
    }
  }

  /** The box around a word, in pixels of the page. */
  private static PieceInk.Box around(int x, int y, int letters) {
    return new PieceInk.Box(x / 2, y / 2, (x + 16 * letters) / 2, (y + 20) / 2);
  }

  private static long rowsWithInk(PagePiece piece) {
    int width = piece.image().width();
    byte[] rgb = piece.image().rgb();
    return IntStream.range(0, piece.image().height())
        .filter(y -> IntStream.range(0, width).anyMatch(x -> rgb[3 * (y * width + x)] >= 0))
        .count();
  }

  private static int firstInk(PagePiece piece) {
    byte[] rgb = piece.image().rgb();
    int at = 0;
    while (rgb[3 * at] == PAPER) {
      at++;
    }
    return at;
  }
}

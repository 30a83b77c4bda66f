package io.scriptorium.renderer;

import static io.scriptorium.renderer.DrawnLines.PITCH;
import static io.scriptorium.renderer.DrawnLines.TYPE;
import static io.scriptorium.renderer.DrawnLines.letters;
import static io.scriptorium.renderer.DrawnLines.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.scriptorium.renderer.InkSums.Area;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths are millimetres of A4 at 200 dpi. */
class PageCutterTest {
  private static final PieceShape SHAPE = new PieceShape(1344, 224);
  private static final PieceShape WITH_FIGURES = new PieceShape(1344, 224, 448);

  @Test
  void findsNothingOnAnEmptyPage() {
    assertThat(PageCutter.cut(Paper.white().scanned(), SHAPE)).isEmpty();
  }

  @Test
  void leavesAPageWholeThatIsNoLargerThanAPiece() {
    byte[] rgb = new byte[3 * 400 * 200];
    Arrays.fill(rgb, 3 * 400 * 50, 3 * 400 * 60, (byte) -1);

    assertThat(PageCutter.cut(new RasterImage(400, 200, rgb), SHAPE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, 200000", "500, 20000"})
  void cutsWhatIsTooHighForAnyPiece(int width, int height) {
    RasterImage dark = new RasterImage(width, height, new byte[3 * width * height]);

    assertThat(PageCutter.cut(framed(dark), SHAPE))
        .allSatisfy(piece -> assertThat(piece.image().height()).isEqualTo(224))
        .allSatisfy(piece -> assertThat(piece.height()).isLessThan(height));
  }

  @Test
  void cutsThinlyWhatIsFarTooHighForVeryLowPieces() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(20.5, 40, 60, 0.5));
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 40.5, 100, 200));

    assertThat(PageCutter.cut(enlarged(paper.scanned(), 3), new PieceShape(1344, 28)))
        .isNotEmpty()
        .allSatisfy(piece -> assertThat(piece.image().height()).isEqualTo(28));
  }

  @Test
  void readsAMarkInTheLowerRightCorner() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 4);
    paper.draw(Color.BLACK, new Rectangle2D.Double(209.2, 296.2, 0.8, 0.8));

    assertThat(PageCutter.cut(paper.scanned(), SHAPE)).isNotEmpty();
  }

  /** Each pixel that many times in each direction. */
  private static RasterImage enlarged(RasterImage page, int times) {
    int width = times * page.width();
    byte[] rgb = new byte[3 * width * times * page.height()];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int x = pixel % width / times;
      int y = Math.floorDiv(pixel, width) / times;
      rgb[i] = page.rgb()[3 * (y * page.width() + x) + i % 3];
    }
    return new RasterImage(width, times * page.height(), rgb);
  }

  @Test
  void leavesAPageWholeThatIsFarTooWide() {
    RasterImage wide = new RasterImage(40_000, 300, new byte[3 * 40_000 * 300]);

    assertThat(PageCutter.cut(wide, SHAPE)).isEmpty();
  }

  /** Dark in the middle, on paper. */
  private static RasterImage framed(RasterImage dark) {
    int width = 3 * dark.width();
    byte[] rgb = new byte[3 * width * dark.height()];
    Arrays.fill(rgb, (byte) -1);
    for (int y = dark.height() / 10; y < dark.height() * 9 / 10; y++) {
      int from = 3 * (y * width + dark.width());
      Arrays.fill(rgb, from, from + 3 * dark.width(), (byte) 0);
    }
    return new RasterImage(width, dark.height(), rgb);
  }

  @Test
  void tellsWhichPartOfThePageEachPieceShows() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 30);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            piece -> {
              PagePiece.Shown shown = piece.shown();
              assertThat(shown.x1()).isBetween(pixels(20) - 10, pixels(20));
              assertThat(shown.x2()).isBetween(pixels(150), pixels(170) + 10);
              assertThat(shown.y1()).isBetween(piece.top(), piece.top() + piece.height() - 1);
              assertThat(shown.y2()).isBetween(shown.y1() + 1, piece.top() + piece.height());
            });
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).shown().y1())
          .isGreaterThanOrEqualTo(pieces.get(i - 1).shown().y2() - 8);
    }
  }

  @Test
  void takesLinesTogetherAsLongAsTheyFit() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 8);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    // 224 pixels without their margin are 26 mm, which hold five lines.
    assertThat(pieces).hasSize(2);
    assertThat(pieces).extracting(PagePiece::goesOn).containsExactly(false, true);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.image().height()).isEqualTo(224));
    assertShows(pieces.get(0), 20, 40, 170, 40 + 4 * PITCH + TYPE);
    assertShows(pieces.get(1), 20, 40 + 5 * PITCH, 170, 40 + 7 * PITCH + TYPE);
  }

  @Test
  void leavesRulesOutThatStandAlone() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 2);
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 150, 70, 0.4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(110, 150.5, 60, 0.4));

    assertThat(PageCutter.cut(paper.scanned(), SHAPE))
        .singleElement()
        .satisfies(piece -> assertShows(piece, 20, 40, 170, 40 + PITCH + TYPE));
  }

  @Test
  void showsRulesIfThereIsNothingElse() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 150, 150, 0.4));

    assertThat(PageCutter.cut(paper.scanned(), SHAPE)).hasSize(1);
  }

  @Test
  void showsLowTypeBesideARule() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 2);
    for (double left = 20; left < 30; left += 2) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(left, 150, 1, 1));
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(32, 150.7, 140, 0.3));

    assertThat(PageCutter.cut(paper.scanned(), SHAPE)).hasSize(2);
  }

  @Test
  void prefersTheWiderGap() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 4);
    lines(paper, 20, 40 + 4 * PITCH + 4, 150, 3);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).extracting(PagePiece::goesOn).containsExactly(false, false);
    assertShows(pieces.get(0), 20, 40, 170, 40 + 3 * PITCH + TYPE);
  }

  @Test
  void keepsAPictureTogetherWithItsLabels() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 2);
    lines(paper, 20, 60, 50, 1);
    paper.draw(Color.GRAY, new Rectangle2D.Double(20, 66, 150, 22));
    lines(paper, 20, 91, 150, 1);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 20, 40, 170, 40 + PITCH + TYPE);
    assertShows(pieces.get(1), 20, 60, 170, 91 + TYPE);
    assertThat(pieces.get(1).image().height()).isEqualTo(224);
  }

  @Test
  void cutsLabelsOffRatherThanShowThemTooSmall() {
    Paper paper = Paper.white();
    paper.draw(Color.GRAY, new Rectangle2D.Double(20, 60, 150, 38));
    lines(paper, 20, 101, 150, 2);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 20, 60, 170, 98);
    assertShows(pieces.get(1), 20, 101, 170, 101 + PITCH + TYPE);
  }

  @Test
  void takesHigherPiecesForFiguresAlone() {
    Paper paper = Paper.white();
    lines(paper, 20, 15, 150, 10);
    lines(paper, 20, 72, 50, 1);
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 78, 150, 40));

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).extracting(piece -> piece.image().height()).containsExactly(224, 224, 448);
    assertThat(pieces.get(2).height()).isEqualTo(448);
    assertShows(pieces.get(2), 20, 72, 170, 118);
  }

  @Test
  void endsAParagraphAfterAShortLine() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 150, 4);
    lines(paper, 20, 40 + 4 * PITCH, 50, 1);
    lines(paper, 20, 40 + 5 * PITCH, 150, 3);

    assertThat(PageCutter.cut(paper.scanned(), SHAPE))
        .extracting(PagePiece::goesOn)
        .containsExactly(false, false);
  }

  @Test
  void endsAParagraphWhereThereIsMoreWhiteThanBetweenItsLines() {
    // Gaps of 10 pixels inside of paragraphs, of which there are few, and of 22 between them.
    InkLines lines =
        new InkLines(
            Stream.of(0, 20, 52, 84, 116, 136)
                .map(top -> new Area(0, top, 100, top + 10))
                .toList());
    Area column = new Area(0, 0, 100, 146);

    assertThat(PageCutter.goesOn(column, lines, 1)).isTrue();
    assertThat(PageCutter.goesOn(column, lines, 2)).isFalse();
    assertThat(PageCutter.goesOn(column, lines, 4)).isFalse();
    assertThat(PageCutter.goesOn(column, lines, 5)).isTrue();
  }

  @Test
  void readsOneColumnAfterTheOther() {
    Paper paper = Paper.white();
    lines(paper, 20, 25, 170, 1);
    lines(paper, 20, 40, 80, 5);
    lines(paper, 110, 40, 80, 5);
    lines(paper, 20, 90, 170, 1);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(4);
    assertShows(pieces.get(0), 20, 25, 190, 25 + TYPE);
    assertShows(pieces.get(1), 20, 40, 100, 40 + 4 * PITCH + TYPE);
    assertShows(pieces.get(2), 110, 40, 190, 40 + 4 * PITCH + TYPE);
    assertShows(pieces.get(3), 20, 90, 190, 90 + TYPE);
  }

  @Test
  void readsColumnsWithPicturesAndShortLinesOneAfterTheOther() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 80, 4);
    paper.draw(Color.GRAY, new Rectangle2D.Double(20, 63, 80, 14));
    lines(paper, 20, 80, 30, 12);
    for (int line = 0; line < 16; line++) {
      letters(paper, 110, 42 + line * 6.3, 45, TYPE);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 105);
  }

  @Test
  void readsTheColumnsOfTextOnWhereTheyHoldAListBesideAPicture() {
    Paper paper = Paper.white();
    lines(paper, 20, 25, 20, 1);
    lines(paper, 180, 25, 10, 1);
    lines(paper, 20, 40, 30, 12);
    paper.draw(Color.GRAY, new Rectangle2D.Double(110, 40, 80, 58));
    lines(paper, 20, 105, 80, 6);
    lines(paper, 110, 105, 80, 6);
    lines(paper, 20, 137, 30, 12);
    paper.draw(Color.GRAY, new Rectangle2D.Double(110, 137, 80, 52));
    lines(paper, 20, 282, 20, 1);
    lines(paper, 180, 282, 10, 1);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces.get(0).shown().y2()).isLessThan(pixels(40));
    assertThat(pieces.get(pieces.size() - 1).shown().y1()).isGreaterThan(pixels(280));
    assertReadsLeftBeforeRight(pieces.subList(1, pieces.size() - 1), 105);
  }

  @Test
  void leavesATableBelowColumnsTogetherThoughTheirWhiteGoesThroughIt() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 80, 6);
    lines(paper, 110, 40, 80, 6);
    for (int row = 0; row < 25; row++) {
      lines(paper, 20, 70 + row * PITCH, 60, 1);
      lines(paper, 120, 70 + row * PITCH, 20, 1);
      lines(paper, 160, 70 + row * PITCH, 20, 1);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces)
        .filteredOn(piece -> piece.shown().y1() > pixels(100))
        .isNotEmpty()
        .allSatisfy(piece -> assertReaches(piece, 30, 170));
  }

  @Test
  void readsTextBesideARuledTableByItself() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 80, 20);
    for (int row = 0; row <= 6; row++) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(110, 38 + row * 16, 80, 0.3));
      lines(paper, 112, 44 + row * 16, 20, row < 6 ? 1 : 0);
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(110, 38, 0.3, 96));
    paper.draw(Color.BLACK, new Rectangle2D.Double(190, 38, 0.3, 96));

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 105);
  }

  @Test
  void leavesATableTogetherWhoseFirstColumnIsTextOfSeveralLines() {
    Paper paper = Paper.white();
    for (int row = 0; row < 8; row++) {
      lines(paper, 20, 40 + row * 2.2 * PITCH, 70, 2);
      lines(paper, 105, 40 + (row * 2.2 + 0.5) * PITCH, 15, 1);
      lines(paper, 130, 40 + (row * 2.2 + 0.5) * PITCH, 50, 1);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).allSatisfy(piece -> assertReaches(piece, 30, 170));
  }

  @Test
  void readsColumnsOfTablesOneAfterTheOther() {
    Paper paper = Paper.white();
    for (int row = 0; row < 18; row++) {
      cells(paper, 40 + row * 6.5, 20, 50, 75);
    }
    for (int row = 0; row < 16; row++) {
      cells(paper, 40 + row * 7.3, 110, 140, 165);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 105);
  }

  @Test
  void readsColumnsOfFramedTablesOneAfterTheOtherThoughTheirLinesStandBesideEachOther() {
    Paper paper = Paper.white();
    framed(paper, 20, 40, 14);
    framed(paper, 20, 122, 4);
    framed(paper, 110, 40, 6);
    framed(paper, 110, 82, 12);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 105);
  }

  /** A table of two columns with a frame, and a rule below its head alone. */
  private static void framed(Paper paper, double left, double top, int rows) {
    for (int row = 0; row < rows; row++) {
      cells(paper, top + row * PITCH, left + 2, left + 50);
    }
    double bottom = top + rows * PITCH + 1;
    for (double y : new double[] {top - 1.5, top + 3.5, bottom}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(left, y, 80, 0.3));
    }
    for (double x : new double[] {left, left + 45, left + 79.7}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, top - 1.5, 0.3, bottom - top + 1.5));
    }
  }

  private static void cells(Paper paper, double top, double... lefts) {
    for (double left : lefts) {
      letters(paper, left, top, 20, TYPE);
    }
  }

  @Test
  void leavesALongTableTogetherWhoseFirstColumnIsTextOfTwoLines() {
    Paper paper = Paper.white();
    for (int row = 0; row < 16; row++) {
      double top = 40 + row * 3 * PITCH;
      lines(paper, 20, top, 60, 2);
      cells(paper, top + 0.5 * PITCH, 105, 150);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).allSatisfy(piece -> assertReaches(piece, 30, 165));
  }

  @Test
  void takesSpacesOfATypewriterOneBelowTheOtherForNoColumns() {
    Paper paper = Paper.white();
    for (int line = 0; line < 5; line++) {
      letters(paper, 20, 40 + 2 * line * PITCH, 82, 2 * TYPE);
      letters(paper, 105, 40 + 2 * line * PITCH, 85, 2 * TYPE);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(1);
  }

  @Test
  void leavesARuleBetweenColumnsOut() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 80, 5);
    paper.draw(Color.BLACK, new Rectangle2D.Double(105, 38, 0.3, 30));
    lines(paper, 110, 40, 80, 5);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).shown().x2()).isLessThan(pixels(105));
    assertThat(pieces.get(1).shown().x1()).isGreaterThan(pixels(105));
  }

  @Test
  void takesWhatStandsBelowOnTheOtherSideForNoColumn() {
    Paper paper = Paper.white();
    lines(paper, 120, 30, 30, 6);
    lines(paper, 20, 65, 40, 6);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces.get(0).shown().x1()).isGreaterThan(pixels(105));
  }

  @Test
  void leavesALongTableTogetherThoughItLiesALittleAskew() {
    Paper paper = Paper.white();
    for (int row = 0; row < 12; row++) {
      lines(paper, 20, 40 + row * PITCH, 10 + 10 * (row % 4), 1);
      lines(paper, 130, 40.5 + row * PITCH, 40, 1);
    }

    assertThat(PageCutter.cut(paper.scanned(), SHAPE))
        .allSatisfy(
            piece -> {
              assertThat(piece.shown().x1()).isLessThan(pixels(25));
              assertThat(piece.shown().x2()).isGreaterThan(pixels(165));
            });
  }

  @Test
  void leavesTheColumnsOfATableTogether() {
    Paper paper = Paper.white();
    for (int row = 0; row < 5; row++) {
      lines(paper, 20, 40 + row * PITCH, 30 + 8 * (row % 3), 1);
      lines(paper, 110, 40 + row * PITCH, 20, 1);
      lines(paper, 165, 40 + row * PITCH, 20, 1);
    }

    assertThat(PageCutter.cut(paper.scanned(), SHAPE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 12})
  void cutsARuledTableWhereThereIsLeastInk(int width) {
    Paper paper = Paper.white();
    for (int column = 0; column <= 3; column++) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20 + column * width, 38, 0.3, 10 * PITCH));
    }
    lines(paper, 22, 40, width - 4, 9);
    lines(paper, 22 + width, 40, width - 4, 9);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).extracting(PagePiece::goesOn).containsExactly(false, true);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.height()).isEqualTo(224));
  }

  @Test
  void cutsATableWithRulesAllAroundBelowARule() {
    Paper paper = Paper.white();
    for (int x = 20; x <= 170; x += 50) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, 38, 0.3, 60));
    }
    for (int y = 38; y <= 98; y += 12) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20, y, 150.3, 0.3));
      lines(paper, 22, y + 2.2, 40, y < 98 ? 2 : 0);
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(3);
    assertThat(pieces.get(1).shown().y1()).isCloseTo(pixels(62.3), Offset.offset(4));
    assertThat(pieces.get(2).shown().y1()).isCloseTo(pixels(86.3), Offset.offset(4));
  }

  @Test
  void leavesTheRowsOfATableWhole() {
    Paper paper = Paper.white();
    for (int row = 0; row < 4; row++) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20, 38 + 17 * row, 150, 0.3));
      lines(paper, 20, 40 + 17 * row, 40, 3);
      lines(paper, 120, 45 + 17 * row, 50, 1);
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 38 + 17 * 4, 150, 0.3));

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(4);
    for (int row = 1; row < 4; row++) {
      assertThat(pieces.get(row).shown().y1())
          .isBetween(pixels(38 + 17 * row) - 4, pixels(40 + 17 * row));
    }
  }

  @Test
  void leavesAFieldWithWhatIsCloseAboveIt() {
    Paper paper = Paper.white();
    for (int field = 0; field < 5; field++) {
      lines(paper, 20, 40 + 10.6 * field, 30, 1);
      lines(paper, 20, 40 + 10.6 * field + TYPE + 0.8, 50, 1);
    }
    lines(paper, 20, 110, 150, 20);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertShows(pieces.get(0), 20, 40, 70, 40 + 10.6 + 2 * TYPE + 0.8);
    assertShows(pieces.get(1), 20, 40 + 2 * 10.6, 70, 40 + 3 * 10.6 + 2 * TYPE + 0.8);
  }

  @Test
  void cutsATableInLowPiecesWhateverFiguresMayHave() {
    Paper paper = Paper.white();
    for (int x = 20; x <= 170; x += 50) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, 38, 0.3, 8 * PITCH));
    }
    lines(paper, 22, 40, 146, 7);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.height()).isEqualTo(224));
  }

  @Test
  void cutsATableOnADarkGroundInLowPieces() {
    Paper paper = Paper.white();
    letters(paper, 20, 30, 150, TYPE);
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 38, 0.3, 8 * PITCH));
    for (int line = 0; line < 8; line++) {
      double top = 38 + line * PITCH;
      paper.draw(Color.DARK_GRAY, new Rectangle2D.Double(20, top, 150, PITCH - 0.8));
      for (double x = 22; x < 168; x += 2) {
        paper.draw(Color.WHITE, new Rectangle2D.Double(x, top + 0.9, 1.2, TYPE));
      }
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.height()).isEqualTo(224));
  }

  @Test
  void makesAPictureSmallerInsteadOfCuttingIt() {
    Paper paper = Paper.white();
    paper.draw(Color.GRAY, new Rectangle2D.Double(40, 40, 60, 60));

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(1);
    assertShows(pieces.get(0), 40, 40, 100, 100);
    assertThat(pieces.get(0).image().height()).isEqualTo(224);
  }

  @Test
  void takesALighterBandOfAPictureForNoRule() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(40, 40, 60, 20));
    paper.draw(Color.BLACK, new Rectangle2D.Double(40, 60, 30, 4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(40, 64, 60, 20));

    assertThat(PageCutter.cut(paper.scanned(), SHAPE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, 6})
  void bringsTypeToItsUsualHeight(double height) {
    Paper paper = Paper.white();
    for (int i = 0; i < 3; i++) {
      letters(paper, 20, 40 + 2 * i * height, 60, height);
    }

    PagePiece piece = PageCutter.cut(paper.scanned(), SHAPE).get(0);

    double shown = height / 25.4 * 200 * piece.image().height() / piece.height();
    assertThat(shown).isBetween(18.0, 30.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.5})
  void levelsAPageThatLiesAskew(double degrees) {
    Paper paper = Paper.white();
    lines(paper, 20, 100, 170, 10);

    List<PagePiece> pieces = PageCutter.cut(paper.turned(degrees).scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).slope()).isCloseTo(Math.toRadians(degrees), Offset.offset(0.001));
    assertThat(pieces.get(1).goesOn()).isTrue();
  }

  @Test
  void levelsAPageThatJpegHasFilledWithWaves() throws Exception {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 60, 3);
    lines(paper, 110, 150, 60, 3);

    List<PagePiece> pieces = PageCutter.cut(paper.turned(0.8).compressed(0.05f).scanned(), SHAPE);

    assertThat(pieces)
        .extracting(PagePiece::slope)
        .allSatisfy(
            slope -> assertThat(slope).isCloseTo(Math.toRadians(0.8), Offset.offset(0.002)));
  }

  @Test
  void findsColumnsOnAPageThatLiesAskew() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 83, 40);
    paper.draw(Color.BLACK, new Rectangle2D.Double(105, 38, 0.3, 200));
    lines(paper, 108, 40, 82, 40);

    List<PagePiece> pieces = PageCutter.cut(paper.turned(1).scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 107);
  }

  @Test
  void leavesDarkEdgesOutOfAPageThatLiesAskew() {
    Paper paper = Paper.white();
    lines(paper, 20, 100, 170, 5);

    Paper askew = paper.turned(1);
    askew.draw(Color.BLACK, new Rectangle2D.Double(0, 296, 210, 1));

    List<PagePiece> pieces = PageCutter.cut(askew.scanned(), SHAPE);

    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).slope()).isPositive();
  }

  @Test
  void seesNoInkAtTheDarkerEdgeOfAPageThatLiesAskew() {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 83, 45);
    lines(paper, 108, 40, 72, 45);

    List<PagePiece> pieces = PageCutter.cut(paper.turned(1).shade(120).scanned(), SHAPE);

    assertReadsLeftBeforeRight(pieces, 106);
    assertThat(pieces).allSatisfy(piece -> assertThat(piece.shown().x2()).isLessThan(pixels(190)));
  }

  @Test
  void seesWhiteBetweenLinesAndColumnsThatJpegHasFilledWithWaves() throws Exception {
    Paper paper = Paper.white();
    lines(paper, 20, 40, 82, 5);
    lines(paper, 106, 40, 82, 5);

    List<PagePiece> pieces = PageCutter.cut(paper.compressed(0.1f).scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 20, 40, 102, 40 + 4 * PITCH + TYPE);
    assertShows(pieces.get(1), 106, 40, 188, 40 + 4 * PITCH + TYPE);
  }

  @Test
  void readsParagraphsBesideAPictureByThemselves() {
    Paper paper = Paper.white();
    lines(paper, 20, 30, 150, 5);
    paper.draw(Color.GRAY, new Rectangle2D.Double(20, 59, 150, 22));
    lines(paper, 20, 88, 150, 5);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).extracting(piece -> piece.image().height()).containsExactly(224, 224, 224);
    assertShows(pieces.get(1), 20, 59, 170, 81);
  }

  @Test
  void keepsBarsTogetherThatAThinAxisJoins() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(40.132, 36, 0.127, 52));
    for (int bar = 0; bar < 4; bar++) {
      letters(paper, 20, 42 + 11 * bar, 15, TYPE);
      paper.draw(Color.GRAY, new Rectangle2D.Double(40.13, 41 + 11 * bar, 60, 4));
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(1);
    assertShows(pieces.get(0), 20, 36, 100, 88);
  }

  @Test
  void keepsHatchedBarsOnAnAxisTogether() {
    Paper paper = Paper.white();
    lines(paper, 20, 10, 150, 4);
    paper.draw(Color.BLACK, new Rectangle2D.Double(60, 41, 0.5, 39.3));
    for (int bar = 0; bar < 4; bar++) {
      letters(paper, 20, 42 + 11 * bar, 36, TYPE);
      double top = 41 + 11 * bar;
      double width = 34 - 5 * bar;
      for (double edge : new double[] {top, top + 6}) {
        paper.draw(Color.BLACK, new Rectangle2D.Double(60.13, edge, width, 0.3));
      }
      for (double stroke = 0; stroke <= width; stroke += 1.5) {
        paper.draw(Color.BLACK, new Rectangle2D.Double(60.13 + stroke, top, 0.3, 6.3));
      }
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(1), 20, 41, 94.1, 80.3);
  }

  @Test
  void cutsNoChartHoweverHigh() {
    Paper paper = Paper.white();
    letters(paper, 30, 34, 40, TYPE);
    axes(paper, 30, 40, 140, 180);
    letters(paper, 32, 222, 136, TYPE);
    lines(paper, 20, 240, 150, 3);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 30, 34, 170, 222 + TYPE);
    assertThat(pieces.get(0).image().height()).isEqualTo(448);
  }

  @Test
  void showsTwoChartsOneByOne() {
    Paper paper = Paper.white();
    letters(paper, 30, 15, 40, TYPE);
    axes(paper, 30, 20, 140, 31);
    axes(paper, 30, 59, 140, 31);
    letters(paper, 30, 92, 40, TYPE);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 30, 15, 170, 51);
    assertShows(pieces.get(1), 30, 59, 170, 92 + TYPE);
  }

  @Test
  void keepsALegendWithTheTitledChartBelow() {
    Paper paper = Paper.white();
    lines(paper, 30, 15, 140, 4);
    letters(paper, 30, 37.2, 40, TYPE);
    letters(paper, 34, 45, 30, TYPE);
    axes(paper, 30, 50, 140, 30);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(1), 30, 37.2, 170, 80);
  }

  @Test
  void keepsALegendWithAHighChartBelowRatherThanWithTheTextAbove() {
    Paper paper = Paper.white();
    lines(paper, 30, 20, 140, 5);
    letters(paper, 34, 46, 30, TYPE);
    axes(paper, 30, 52, 140, 46);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(1), 30, 46, 170, 98);
  }

  @Test
  void takesManyBarsForNoLetters() {
    Paper paper = Paper.white();
    lines(paper, 30, 10, 140, 5);
    letters(paper, 30, 40, 40, TYPE);
    axes(paper, 30, 45, 140, 24);
    for (int bar = 0; bar < 46; bar++) {
      paper.draw(Color.GRAY, new Rectangle2D.Double(32 + 3 * bar, 48, 1.5, 21));
    }

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), WITH_FIGURES);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(1), 30, 40, 170, 69);
  }

  @Test
  void measuresLettersWhereLinesTouch() {
    Paper paper = Paper.white();
    for (int line = 0; line < 6; line++) {
      letters(paper, 20, 40 + line * 1.9, 60, 1.5);
      paper.draw(Color.BLACK, new Rectangle2D.Double(22 + 4 * line, 40 + line * 1.9, 1.2, 1.9));
    }

    PagePiece piece = PageCutter.cut(paper.scanned(), SHAPE).get(0);

    double shown = 1.5 / 25.4 * 200 * piece.image().height() / piece.height();
    assertThat(shown).isBetween(15.0, 24.0);
  }

  @Test
  void overlooksDustAndDarkEdges() {
    Paper paper = Paper.white().dust(20).darkEdges();
    lines(paper, 60, 140, 100, 3);

    List<PagePiece> pieces = PageCutter.cut(paper.scanned(), SHAPE);

    assertThat(pieces).hasSize(1);
    assertShows(pieces.get(0), 60, 140, 160, 140 + 2 * PITCH + TYPE);
  }

  @Test
  void overlooksDustThatJpegHasFrayed() throws Exception {
    Paper paper = Paper.white().dust(100).pageNumber();
    lines(paper, 60, 140, 100, 3);

    List<PagePiece> pieces = PageCutter.cut(paper.compressed(0.3f).scanned(), SHAPE);

    assertThat(pieces).hasSize(2);
    assertShows(pieces.get(0), 60, 140, 160, 140 + 2 * PITCH + TYPE);
    assertShows(pieces.get(1), 104, 280, 104, 282.5);
  }

  @Test
  void laysPiecesOnPaperOfThePagesOwnColour() {
    Paper paper = Paper.of(new Color(240, 230, 210));
    lines(paper, 20, 40, 100, 1);

    RasterImage image = PageCutter.cut(paper.scanned(), SHAPE).get(0).image();

    assertThat(image.rgb()).startsWith((byte) 240, (byte) 230, (byte) 210);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1344x224", "1344x224-448"})
  void writesShapesAsItReadsThem(String shape) {
    assertThat(PieceShape.parse(shape).text()).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1344",
        "1344x",
        "1344x225",
        "1345x224",
        "400x224",
        "99999x224",
        "0x0",
        "1344x224-",
        "1344x224-200",
        "1344x224-450",
        "1344x224-1372"
      })
  void refusesShapesThatAreNone(String shape) {
    assertThatIllegalArgumentException().isThrownBy(() -> PieceShape.parse(shape));
  }

  /** The piece has those millimetres in it and hardly more around them than its margin needs. */
  private static void assertShows(PagePiece piece, double x1, double y1, double x2, double y2) {
    double mm = 25.4 / 200;
    assertThat(piece.left() * mm).isLessThan(x1);
    assertThat(piece.top() * mm).isLessThan(y1);
    assertThat((piece.left() + piece.width()) * mm).isGreaterThan(x2);
    assertThat((piece.top() + piece.height()) * mm).isGreaterThan(y2);
    // What is shown stands in the middle.
    assertThat((piece.left() + piece.width() / 2.0) * mm).isCloseTo((x1 + x2) / 2, within());
    assertThat((piece.top() + piece.height() / 2.0) * mm).isCloseTo((y1 + y2) / 2, within());
  }

  /** The piece begins left of the one and ends right of the other, in millimetres. */
  private static void assertReaches(PagePiece piece, double left, double right) {
    assertThat(piece.shown().x1()).isLessThan(pixels(left));
    assertThat(piece.shown().x2()).isGreaterThan(pixels(right));
  }

  private static void assertReadsLeftBeforeRight(List<PagePiece> pieces, double gutter) {
    List<Boolean> left = pieces.stream().map(piece -> piece.shown().x2() < pixels(gutter)).toList();
    assertThat(left).contains(true, false).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static int pixels(double millimetres) {
    return (int) Math.round(millimetres * 200 / 25.4);
  }

  private static Offset<Double> within() {
    return Offset.offset(1.0);
  }

  /** Two axes, and a grid of thin lines from side to side. */
  private static void axes(Paper paper, double left, double top, double width, double height) {
    paper.draw(Color.BLACK, new Rectangle2D.Double(left, top, 0.3, height));
    paper.draw(Color.BLACK, new Rectangle2D.Double(left, top + height - 0.3, width, 0.3));
    for (int line = 0; line < 4; line++) {
      double y = top + line * height / 4;
      paper.draw(Color.GRAY, new Rectangle2D.Double(left, y, width, 0.3));
    }
  }
}

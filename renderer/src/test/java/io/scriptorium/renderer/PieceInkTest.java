package io.scriptorium.renderer;

import static io.scriptorium.renderer.DrawnLines.letters;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A page with two lines of letters, 2.4 mm high and 5 mm apart, from (20, 40) to (120, 47.4), and a
 * third one at 60 of two words, from 20 to 39.2 and from 46 to 69.2, and a rule from 71 to 120.
 */
class PieceInkTest {
  private static final double TYPE = 2.4;
  private static final double PITCH = 5;
  private static final double WORDS = 60;

  private final PagePiece piece = piece();
  private final PieceInk ink = PieceInk.of(piece);

  @Test
  void bringsABoxToTheLineThatItLiesOnForTheMostPart() {
    assertFits(box(21, 40.8, 119, 42.8), 20, 40, 120, 42.8);
    assertFits(box(19, 39.2, 121, 41.6), 20, 40, 120, 40 + TYPE);
  }

  @Test
  void takesEveryLineThatIsInTheBox() {
    assertFits(box(21, 39, 119, 49), 20, 40, 120, 40 + PITCH + 1.25 * TYPE);
  }

  @Test
  void leavesRoomForDescendersWhereItWasLeft() {
    assertFits(box(20, 40, 120, 42.9), 20, 40, 120, 42.9);
    assertFits(box(20, 40, 120, 44), 20, 40, 120, 40 + 1.25 * TYPE);
  }

  @Test
  void givesALineWithoutDescendersTheRoomThatTheyWouldTake() {
    assertIs(ink.fitted(box(20, 40, 120, 41.4), false), 20, 40, 120, 40 + 1.2 * TYPE);
    assertIs(ink.fitted(box(20, 40, 120, 44), false), 20, 40, 120, 40 + 1.25 * TYPE);
  }

  @Test
  void goesOnToTheEndOfALineButNotOverAGap() {
    assertFits(box(25, WORDS, 32, WORDS + TYPE), 20, WORDS, 39.2, WORDS + TYPE);
    assertFits(box(55, WORDS, 60, WORDS + TYPE), 46, WORDS, 69.2, WORDS + TYPE);
  }

  @Test
  void doesNotFollowARule() {
    assertFits(box(46, WORDS, 68, WORDS + TYPE), 46, WORDS, 69.2, WORDS + TYPE);
  }

  @Test
  void leavesOutTheLineThatATextIsWrittenOn() {
    Paper paper = Paper.white();
    letters(paper, 20, 40, 30, TYPE);
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 40 + TYPE + 0.8, 60, 0.6));
    letters(paper, 20, 40 + TYPE + 2.4, 20, TYPE);

    PieceInk.Box found = pieceOf(paper).fitted(box(21, 40, 49, 40 + 2 * TYPE + 2.4), true);

    assertIs(found, 20, 40, 50, 40 + 2.25 * TYPE + 2.4);
  }

  @Test
  void leavesOutTheBoxesThatCharactersStandIn() {
    Paper paper = Paper.white();
    for (double y : new double[] {44, 50}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20, y, 36.6, 0.6));
    }
    for (int i = 0; i <= 6; i++) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20 + 6 * i, 44, 0.6, 6.6));
    }
    for (double x = 22.4; x < 50; x += 6) {
      letters(paper, x, 46, 1.2, TYPE);
    }

    PieceInk.Box found = pieceOf(paper).fitted(box(20, 44, 57, 51), true);

    assertIs(found, 22.4, 46, 47.6, 46 + 1.25 * TYPE);
  }

  @Test
  void leavesABoxAloneThatIsExactOrHasNothingInIt() {
    for (PieceInk.Box box : List.of(box(20, 40, 120, 40 + TYPE), box(130, 40, 160, 40 + TYPE))) {
      assertThat(ink.fitted(box, true)).isEqualTo(box);
    }
  }

  @Test
  void givesAThinBoxTheWholeLineThatItLiesOn() {
    assertFits(box(20, 41, 120, 41.3), 20, 40, 120, 40 + TYPE);
  }

  @Test
  void givesANarrowBoxTheWordsThatItLiesOn() {
    assertFits(box(29.5, WORDS, 29.6, WORDS + TYPE), 20, WORDS, 39.2, WORDS + TYPE);
  }

  @Test
  void leavesABoxAloneThatWouldGrowOverMuchElse() {
    PieceInk.Box thin = box(30, 44, 60, 44.3);

    assertThat(figure().fitted(thin, true)).isEqualTo(thin);
  }

  @Test
  void bringsABoxToTheNearestTypeThatNoOtherHas() {
    PieceInk.Box below = box(80, 64, 100, 66);
    PieceInk.Box nearest = box(46, WORDS, 69.2, WORDS + TYPE);
    assertIs(ink.onFreeInk(below, List.of()), 49.2, WORDS, 69.2, WORDS + TYPE);
    assertIs(ink.onFreeInk(below, List.of(nearest)), 19.2, WORDS, 39.2, WORDS + TYPE);
  }

  @Test
  void tellsWhatStandsApartInALine() {
    Paper paper = Paper.white();
    letters(paper, 20, 40, 20, TYPE);
    letters(paper, 43, 40, 20, TYPE);
    letters(paper, 100, 40, 10, TYPE);
    PieceInk foot = pieceOf(paper);

    List<PieceInk.Box> apart = foot.apart(box(20, 40, 110, 40 + TYPE));

    assertThat(apart).hasSize(2);
    assertIs(apart.get(0), 20, 40, 63, 40 + 1.25 * TYPE);
    assertIs(apart.get(1), 100, 40, 110, 40 + 1.25 * TYPE);
    PieceInk.Box lines = box(20, 40, 120, 40 + PITCH + TYPE);
    assertThat(ink.apart(lines)).as("in several lines").isEmpty();
  }

  @Test
  void tellsThePartOfABoxThatHasTypeOutsideOfOthers() {
    PieceInk.Box both = box(20, 38, 122, WORDS + TYPE + 1);

    assertIs(
        ink.outside(both, List.of(box(20, 40, 120, 40 + PITCH + TYPE))),
        20,
        WORDS,
        69.2,
        WORDS + TYPE);
    assertThat(ink.outside(both, List.of(both))).as("which have all").isEqualTo(both);
  }

  @Test
  void leavesABoxThatNothingIsNear() {
    PieceInk.Box far = box(20, 50.5, 120, 51);

    assertThat(ink.onFreeInk(far, List.of(box(20, 40, 120, 48)))).isEqualTo(far);
  }

  @Test
  void tellsWhetherABoxHasInkOrColour() {
    Paper paper = Paper.white();
    DrawnLines.letters(paper, 20, 40, 40, TYPE);
    paper.draw(new Color(200, 255, 255), new Rectangle2D.Double(80, 40, 60, 15));
    PieceInk piece = pieceOf(paper);
    PieceInk.Box letters = box(20, 41, 60, 42);
    PieceInk.Box pale = box(90, 44, 130, 50);
    PieceInk.Box bare = box(20, 46, 60, 50);

    assertThat(List.of(letters, pale, bare)).map(piece::hasInk).containsExactly(true, false, false);
    assertThat(List.of(letters, pale, bare))
        .map(piece::hasColour)
        .containsExactly(true, true, false);
  }

  @Test
  void widensNoHighBoxOverWhatStandsBesideIt() {
    Paper paper = Paper.white();
    for (int line = 0; line < 4; line++) {
      DrawnLines.letters(paper, 20, 38 + 5 * line, 1.2, TYPE);
      DrawnLines.letters(paper, 26, 38 + 5 * line, 60, TYPE);
    }

    assertIs(pieceOf(paper).fitted(box(20, 38, 21.2, 55.4), true), 20, 38, 21.2, 53 + TYPE);
  }

  @Test
  void tellsWhetherARuleGoesThroughABox() {
    assertThat(ink.hasRule(box(72, 55, 119, 70))).isTrue();
    assertThat(ink.hasRule(box(46, 55, 119, 70))).as("type beside it").isFalse();
    assertThat(ink.hasRule(box(20, 38, 120, 50))).as("letters").isFalse();
  }

  @Test
  void takesRulesSideBySideForNone() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 44, 70, 0.4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(91.3, 44, 70, 0.4));

    assertThat(pieceOf(paper).hasRule(box(21, 43, 88, 46))).isTrue();
    assertThat(pieceOf(paper).hasRule(box(21, 43, 160, 46))).isFalse();
  }

  @Test
  void takesInTheBoxToTickBeforeAText() {
    Paper paper = Paper.white();
    square(paper, 24, 41);
    DrawnLines.letters(paper, 30, 41, 30, TYPE);
    PieceInk.Box text = box(30, 41, 60, 41 + TYPE);

    assertIs(pieceOf(paper).withTick(text, List.of()), 24, 41, 60, 41 + TYPE);
    assertThat(pieceOf(paper).withTick(text, List.of(box(20, 40, 27, 44)))).isEqualTo(text);
    PieceInk.Box alone = box(20, 40, 120, 40 + TYPE);
    assertThat(ink.withTick(alone, List.of())).isEqualTo(alone);
  }

  @Test
  void takesInTheTextBesideABoxToTick() {
    Paper paper = Paper.white();
    square(paper, 24, 41);
    DrawnLines.letters(paper, 30, 41, 30, TYPE);
    PieceInk.Box tick = box(24, 41, 24 + TYPE, 41 + TYPE);

    assertIs(pieceOf(paper).withTick(tick, List.of()), 24, 41, 60, 41 + TYPE);
    assertThat(pieceOf(paper).withTick(tick, List.of(box(29, 40, 61, 44)))).isEqualTo(tick);
  }

  @Test
  void findsTheFrameAroundAText() {
    Paper paper = Paper.white();
    DrawnLines.letters(paper, 30, 41, 30, TYPE);
    PieceInk.Box text = box(30, 41, 60, 41 + TYPE);
    paper.draw(Color.BLACK, new Rectangle2D.Double(28, 39, 80, 0.4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(28, 45, 80, 0.4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(28, 39, 0.4, 6));

    assertThat(pieceOf(paper).frame(text)).as("open to the right").isEmpty();

    paper.draw(Color.BLACK, new Rectangle2D.Double(107.6, 39, 0.4, 6));
    assertThat(pieceOf(paper).frame(text))
        .hasValueSatisfying(frame -> assertIs(frame, 28, 39, 108, 45.4));
    assertThat(pieceOf(paper).frame(box(60, 41, 90, 41 + TYPE)))
        .as("begins far from the left side")
        .isEmpty();
  }

  @Test
  void takesNoLetterForABoxToTick() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(24, 41, 0.4, TYPE));
    paper.draw(Color.BLACK, new Rectangle2D.Double(24, 41 + TYPE / 2, 1.6, 0.4));
    paper.draw(Color.BLACK, new Rectangle2D.Double(25.6, 41, 0.4, TYPE));
    DrawnLines.letters(paper, 30, 41, 30, TYPE);
    PieceInk.Box text = box(30, 41, 60, 41 + TYPE);

    assertThat(pieceOf(paper).withTick(text, List.of())).isEqualTo(text);
  }

  private static void square(Paper paper, double left, double top) {
    paper.draw(Color.BLACK, new Rectangle2D.Double(left, top, TYPE, TYPE));
    paper.draw(Color.WHITE, new Rectangle2D.Double(left + 0.4, top + 0.4, TYPE - 0.8, TYPE - 0.8));
  }

  @Test
  void tellsPicturesFromChartsOnPaperOrOnATint() {
    Paper paper = Paper.white();
    picture(paper, 30, 40);
    paper.draw(new Color(215, 215, 215), new Rectangle2D.Double(90, 40, 40, 15));
    for (double x = 92; x < 128; x += 8) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, 45, 3, 10));
    }
    for (double x = 140; x < 164; x += 8) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(x, 40, 5, 15));
    }
    PieceInk piece = pieceOf(paper);

    assertThat(piece.isPicture(box(30, 40, 70, 55))).isTrue();
    assertThat(piece.isPicture(box(90, 40, 130, 55))).isFalse();
    assertThat(piece.isPicture(box(140, 40, 161, 55))).isFalse();
  }

  @Test
  void findsPicturesThatNoBoxHas() {
    Paper paper = Paper.white();
    picture(paper, 30, 40);
    paper.draw(Color.BLACK, new Rectangle2D.Double(100, 40, 60, 4));
    PieceInk piece = pieceOf(paper);

    assertThat(piece.pictures(List.of()))
        .singleElement()
        .satisfies(picture -> assertIs(picture, 30, 40, 70, 55));
    assertThat(piece.pictures(List.of(box(40, 42, 50, 44)))).isEmpty();
  }

  @Test
  void findsDrawingsOnAGroundOfOneColourButNoEmptyGround() {
    Paper paper = Paper.white();
    for (double left : new double[] {30, 100}) {
      paper.draw(new Color(205, 225, 205), new Rectangle2D.Double(left, 40, 40, 15));
    }
    paper.draw(Color.BLUE, new Rectangle2D.Double(40, 43, 10, 9));
    paper.draw(Color.BLACK, new Rectangle2D.Double(150, 39.6, 40, 15.8));
    paper.draw(new Color(205, 225, 205), new Rectangle2D.Double(150.4, 40, 39.2, 15));
    PieceInk piece = pieceOf(paper);

    assertThat(piece.pictures(List.of()))
        .singleElement()
        .satisfies(picture -> assertIs(picture, 30, 40, 70, 55));
  }

  /** Four stripes of different colours, 40 mm wide and 15 high together. */
  private static void picture(Paper paper, double left, double top) {
    List<Color> colours = List.of(Color.BLUE, Color.ORANGE, Color.DARK_GRAY, Color.PINK);
    for (int i = 0; i < colours.size(); i++) {
      paper.draw(colours.get(i), new Rectangle2D.Double(left + 10 * i, top, 10.2, 15));
    }
  }

  @Test
  void tellsTheLinesInABox() {
    assertThat(ink.lines(box(20, 39, 120, 49)))
        .satisfiesExactly(
            line -> assertIs(line, 20, 40, 120, 40 + TYPE),
            line -> assertIs(line, 20, 45, 120, 45 + TYPE));
  }

  @Test
  void tellsTheLinesOfARuledTableAndWhatStandsInThem() {
    Paper paper = Paper.white();
    for (double top : new double[] {44, 50}) {
      letters(paper, 22, top, 20, TYPE);
      letters(paper, 50, top, 10, TYPE);
    }
    for (double top : new double[] {40, 56}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(20, top, 150, 0.3));
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(45, 40, 0.3, 16));
    PieceInk ruled = pieceOf(paper);
    PieceInk.Box table = box(21, 42, 62, 54);

    List<PieceInk.Box> lines = ruled.linesBetweenRules(table);

    assertThat(ruled.lines(table)).as("with the rule through both").hasSize(1);
    assertThat(lines).hasSize(2);
    assertIs(lines.get(1), 22, 50, 60, 50 + TYPE);
    List<PieceInk.Box> runs = ruled.runs(lines.get(1));
    assertThat(runs).as("letters").hasSizeGreaterThan(2);
    int rule = box(45, 40, 46, 41).left();
    assertThat(runs).noneMatch(run -> run.left() <= rule && run.right() > rule);
  }

  @Test
  void tellsTheLinesOfATableThatHasUprightRulesAlone() {
    Paper paper = Paper.white();
    for (double top : new double[] {44, 50}) {
      letters(paper, 22, top, 20, TYPE);
      letters(paper, 50, top, 10, TYPE);
    }
    for (double left : new double[] {20, 45, 62}) {
      paper.draw(Color.BLACK, new Rectangle2D.Double(left, 41, 0.3, 14));
    }
    PieceInk upright = pieceOf(paper);

    List<PieceInk.Box> lines = upright.linesBetweenRules(box(21, 42, 62, 54));

    assertThat(lines).hasSize(2);
    assertIs(lines.get(1), 22, 50, 60, 50 + TYPE);
  }

  @Test
  void takesNoBarOfAChartForAnUprightRule() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(30, 40, 3, 16));

    assertThat(pieceOf(paper).linesBetweenRules(box(25, 39, 40, 57))).hasSize(1);
  }

  @Test
  void bringsABoxToTypeThatADarkBarLeavesBare() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(25, 38, 90, 8));
    for (double x = 30; x < 60; x += 2) {
      paper.draw(Color.WHITE, new Rectangle2D.Double(x, 41, 1.2, TYPE));
    }
    PieceInk dark = pieceOf(paper);

    assertIs(dark.fitted(box(29, 40.5, 63, 44), true), 30, 41, 59.2, 41 + 1.2 * TYPE);
    assertIs(dark.fitted(box(24, 37, 61, 45), true), 30, 41, 59.2, 41 + 1.25 * TYPE);
  }

  @Test
  void bringsABoxThatReachesBesideADarkBarToThePalerTypeOnIt() {
    Paper paper = Paper.white();
    paper.draw(Color.DARK_GRAY, new Rectangle2D.Double(25, 38, 90, 8));
    for (double x = 90; x < 110; x += 2) {
      paper.draw(new Color(200, 200, 200), new Rectangle2D.Double(x, 41, 1.2, TYPE));
    }

    PieceInk.Box found = pieceOf(paper).fitted(box(91, 40.5, 119, 44), true);

    assertIs(found, 90, 41, 109.2, 41 + 1.2 * TYPE);
  }

  @Test
  void bringsABoxToTypeOnADarkBarThatIsMostOfThePiece() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(25, 39, 140, 25));
    for (double x = 30; x < 60; x += 2) {
      paper.draw(Color.WHITE, new Rectangle2D.Double(x, 41, 1.2, TYPE));
    }

    PieceInk.Box found = pieceOf(paper).fitted(box(29, 40.5, 63, 44), true);

    assertIs(found, 30, 41, 59.2, 41 + 1.2 * TYPE);
  }

  @Test
  void reachesToWhatStandsFarToTheRightUnlessThereIsAnotherBox() {
    PieceInk.Box formula = box(20, WORDS, 39.2, WORDS + TYPE);

    assertIs(ink.toTheRight(formula, List.of()), 20, WORDS, 69.2, WORDS + TYPE);
    PieceInk.Box another = box(46, WORDS, 69.2, WORDS + TYPE);
    assertThat(ink.toTheRight(formula, List.of(another))).isEqualTo(formula);
  }

  @Test
  void reachesNoFartherIfNothingStandsThere() {
    PieceInk.Box last = box(20, 40, 120, 40 + TYPE);

    assertThat(ink.toTheRight(last, List.of())).isEqualTo(last);
  }

  @Test
  void takesInAFigureAsFarAsItGoesOnOrAnotherBoxBegins() {
    PieceInk.Box guess = box(32, 39, 55, 51);

    assertIs(figure().fittedFigure(guess, List.of()), 30, 40, 100, 50);
    assertIs(figure().fittedFigure(guess, List.of(box(60.2, 39, 101, 51))), 30, 40, 60, 50);
  }

  @Test
  void leavesTheBoxOfAFigureThatIsMostlyPale() {
    PieceInk.Box pale = box(30, 40, 160, 51);

    assertThat(figure().fittedFigure(pale, List.of())).isEqualTo(pale);
    PieceInk.Box empty = box(110, 40, 160, 50);
    assertThat(figure().fittedFigure(empty, List.of())).isEqualTo(empty);
  }

  @Test
  void takesTheRuleThatASignatureStandsOnFromItsBox() {
    Paper paper = Paper.white();
    letters(paper, 40, 44, 25, 6);
    paper.draw(Color.BLACK, new Rectangle2D.Double(30, 52, 80, 0.3));
    PieceInk signed = pieceOf(paper);

    assertIs(signed.aboveRule(box(30, 44, 110, 52.3)), 40, 44, 65, 50);
  }

  @Test
  void leavesARuleInTheBoxOfAFigureThatIsAsWideOrGoesOnBelow() {
    Paper paper = Paper.white();
    letters(paper, 30, 44, 80, 6);
    paper.draw(Color.BLACK, new Rectangle2D.Double(30, 52, 80, 0.3));
    PieceInk.Box asWide = box(30, 44, 110, 52.3);
    assertThat(pieceOf(paper).aboveRule(asWide)).isEqualTo(asWide);

    Paper axis = Paper.white();
    letters(axis, 40, 44, 25, 6);
    axis.draw(Color.BLACK, new Rectangle2D.Double(30, 52, 80, 0.3));
    letters(axis, 40, 54, 25, TYPE);
    PieceInk.Box goesOn = box(30, 44, 110, 54 + TYPE);
    assertThat(pieceOf(axis).aboveRule(goesOn)).isEqualTo(goesOn);
  }

  @Test
  void leavesOutOfAFigureWhatMayBeACaptionAtItsFoot() {
    PieceInk captioned = pieceOf(chart(30, 61));

    assertIs(captioned.withoutFoot(box(20, 40, 100, 64)), 20, 40, 100, 56 + TYPE);
    assertIs(captioned.withoutFoot(box(20, 40, 100, 60)), 20, 40, 100, 60);
  }

  @Test
  void leavesInAFigureWhatIsTooShortForACaptionOrBesideADrawing() {
    PieceInk.Box whole = box(20, 40, 100, 64);

    assertThat(pieceOf(chart(12, 61)).withoutFoot(whole)).isEqualTo(whole);
    assertThat(pieceOf(chart(30, 48)).withoutFoot(whole)).isEqualTo(whole);
  }

  @Test
  void findsColumnsByTheWidestWhiteBetweenThem() {
    Paper paper = Paper.white();
    letters(paper, 20, 44, 12, TYPE);
    letters(paper, 36, 44, 14, TYPE);
    letters(paper, 70, 44, 30, TYPE);
    letters(paper, 20, 48, 35, TYPE);
    letters(paper, 70, 48, 20, TYPE);
    PieceInk two = pieceOf(paper);
    PieceInk.Box whole = box(20, 44, 100, 48 + TYPE);

    List<PieceInk.Box> found = two.columns(whole, 2);

    assertThat(found).hasSize(2);
    assertIs(found.get(0), 20, 44, 55, 48 + TYPE);
    assertIs(found.get(1), 70, 44, 100, 48 + TYPE);
    assertThat(two.columns(whole, 1)).hasSize(1);
    assertThat(two.columns(whole, 3)).as("there is no other white through both lines").isEmpty();
    assertThat(two.columns(box(20, 60, 100, 63), 1)).as("there is no type").isEmpty();
  }

  @Test
  void reachesAsFarAsTheBracketsOfAFormula() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(30, 42, 0.6, 18));
    paper.draw(Color.BLACK, new Rectangle2D.Double(40, 42, 0.6, 18));
    for (double y : new double[] {43, 49, 55}) {
      letters(paper, 32, y, 6, TYPE);
    }
    PieceInk matrix = pieceOf(paper);

    assertIs(matrix.withBrackets(box(30, 47, 41, 52), List.of()), 30, 42, 41, 60);
    PieceInk.Box part = box(30, 47, 41, 52);
    assertThat(matrix.withBrackets(part, List.of(box(20, 58, 80, 62))))
        .as("another block is there")
        .isEqualTo(part);
    PieceInk.Box line = box(32, 43, 38, 43 + TYPE);
    assertThat(matrix.withBrackets(line, List.of())).as("none goes on").isEqualTo(line);
  }

  /** Axes with three labels below and a text to the right of them. */
  private static Paper chart(double wide, double at) {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 40, 0.6, 14));
    paper.draw(Color.BLACK, new Rectangle2D.Double(20, 54, 45, 0.6));
    for (double x : new double[] {22, 40, 58}) {
      letters(paper, x, 56, 4, TYPE);
    }
    letters(paper, 66, at, wide, TYPE);
    return paper;
  }

  private void assertFits(PieceInk.Box guess, double x1, double y1, double x2, double y2) {
    assertIs(ink.fitted(guess, true), x1, y1, x2, y2);
  }

  private void assertIs(PieceInk.Box found, double x1, double y1, double x2, double y2) {
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

  /**
   * On another piece at the same place, two bars that all but touch, from (30, 40) to (100, 50).
   */
  private PieceInk figure() {
    Paper paper = Paper.white();
    paper.draw(Color.BLACK, new Rectangle2D.Double(30, 40, 30, 10));
    paper.draw(Color.BLACK, new Rectangle2D.Double(60.4, 44, 39.6, 6));
    return pieceOf(paper);
  }

  /** What another paper has at the place of the piece. */
  private PieceInk pieceOf(Paper paper) {
    RasterImage image = paper.scanned();
    int width = 1344;
    int height = 224;
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int from = 3 * ((piece.top() + y) * image.width() + piece.left());
      System.arraycopy(image.rgb(), from, rgb, 3 * y * width, 3 * width);
    }
    return PieceInk.of(
        new PagePiece(
            new RasterImage(width, height, rgb),
            piece.left(),
            piece.top(),
            width,
            height,
            0,
            false,
            false,
            new PagePiece.Shown(
                piece.left(), piece.top(), piece.left() + width, piece.top() + height)));
  }

  private static PagePiece piece() {
    Paper paper = Paper.white();
    for (int line = 0; line < 2; line++) {
      for (double x = 20; x < 120; x += 2) {
        paper.draw(Color.BLACK, new Rectangle2D.Double(x, 40 + line * PITCH, 1.2, TYPE));
      }
      paper.draw(Color.BLACK, new Rectangle2D.Double(119, 40 + line * PITCH, 1, TYPE));
    }
    for (double x = 20; x < 70; x += 2) {
      if (x < 40 || x >= 46) {
        paper.draw(Color.BLACK, new Rectangle2D.Double(x, WORDS, 1.2, TYPE));
      }
    }
    paper.draw(Color.BLACK, new Rectangle2D.Double(71, WORDS + 2, 49, 0.2));
    return PageCutter.cut(paper.scanned(), new PieceShape(1344, 224)).get(0);
  }
}

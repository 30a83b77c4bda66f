package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.cutOff;
import static io.scriptorium.parser.ScriptedModel.failing;
import static io.scriptorium.parser.ScriptedModel.html;
import static io.scriptorium.parser.ScriptedModel.looped;
import static io.scriptorium.parser.ScriptedModel.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.htmlschema.Block;
import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.Cell;
import io.scriptorium.htmlschema.Heading;
import io.scriptorium.htmlschema.Image;
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
import io.scriptorium.htmlschema.Table;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.PageReader.Answers;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final PageSize SIZE = new PageSize(600, 800);
  private static final PieceShape SHAPE = new PieceShape(560, 112);

  /** The first of two lines in a piece. */
  private static final String UPPER_LINE = "<p data-bbox=\"70 30 500 50\">one</p>";

  /** The line in the middle of a piece that has no other. */
  private static final String LINE_BY_ITSELF = "<p data-bbox=\"70 44 500 68\">Passed over.</p>";

  private final List<Integer> counts = new ArrayList<>();

  @Test
  void asksOnceForAPageThatTheModelReadsWhole() throws Exception {
    Answers answers = ask(answering(text("all")), pageWithLinesAt(100, 600));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("all");
    assertThat(answers.usage().seen()).isEqualTo(SIZE);
  }

  @Test
  void asksForEachPieceAndPutsTheAnswersWhereThePiecesLie() throws Exception {
    Answers answers =
        ask(answering(text("one"), text("two")).readingPieces(SHAPE), pageWithLinesAt(100, 600));

    Page page = answers.read(SIZE).page();
    assertThat(texts(page)).containsExactly("one", "two");
    assertThat(tops(page).get(0)).isCloseTo(100, within(4));
    assertThat(tops(page).get(1)).isCloseTo(600, within(4));
    assertThat(counts).containsExactly(1, 6);
  }

  @Test
  void bringsABoxInAPieceToTheLineOrTheFigureThatItLiesOn() throws Exception {
    String off = "data-bbox=\"10 50 550 71\"";
    ScriptedModel model =
        answering(
                html("<p " + off + ">one</p>"),
                html("<div class=\"image\" " + off + "><img " + off + "/></div>"))
            .readingPieces(SHAPE);

    Page page = ask(model, pageWithLinesAt(100, 600)).read(SIZE).page();

    BoundingBox line = page.blocks().get(0).box();
    assertThat(line.y1()).isCloseTo(100, within(2));
    assertThat(line.y2()).as("with room for descenders").isCloseTo(120 + 5, within(2));
    BoundingBox figure = page.blocks().get(1).box();
    assertThat(figure.y1()).isCloseTo(600, within(2));
    assertThat(figure.y2()).isCloseTo(620, within(2));
  }

  @Test
  void reachesToTheNumberOfAFormula() throws Exception {
    RasterImage page = emptyPage();
    drawLetters(page, 100, 300, 400);
    drawLetters(page, 464, 500, 400);
    String box = "data-bbox=\"80 44 280 68\"";
    String formula =
        "<div class=\"formula.machine_printed\" %1$s><img %1$s/><div>a \\tag{7}</div></div>";
    ScriptedModel model = answering(html(formula.formatted(box))).readingPieces(SHAPE);

    BoundingBox found = ask(model, page).read(SIZE).page().blocks().get(0).box();

    assertThat(found.x1()).isCloseTo(100, within(2));
    assertThat(found.x2()).isCloseTo(500, within(4));
  }

  @Test
  void partsParagraphsThatWereReadAsOne() throws Exception {
    String both = "First line goes on to the second. Another sentence is below.";
    Page page = readAsOneParagraph(both, 400, 424, 468);

    assertThat(texts(page))
        .containsExactly("First line goes on to the second.", "Another sentence is below.");
    assertThat(tops(page).get(1)).isCloseTo(468, within(2));
  }

  @Test
  void takesALineAboveWhiteThatIsNoSentenceForAHeading() throws Exception {
    String both =
        "A title of some length here\nand text of two lines that is as long as they are, and ends.";
    Page page = readAsOneParagraph(both.replace("\n", "<br/>"), 400, 444, 468);

    assertThat(page.blocks().get(0)).isInstanceOf(Heading.class);
    assertThat(page.blocks().get(1)).isInstanceOf(Paragraph.class);
  }

  @Test
  void partsGreetingsFromNamesWithoutMakingHeadingsOfThem() throws Exception {
    String both = "With kind regards from all<br/>Ann Ash of the town of Hookham and her friends";
    Page page = readAsOneParagraph(both, 400, 444, 468);

    assertThat(page.blocks()).hasSize(2).allMatch(Paragraph.class::isInstance);
  }

  @Test
  void joinsWhatWasReadAsTwoTablesIfTheirLinesFollowEachOther() throws Exception {
    String upper =
        "<table data-bbox=\"80 22 480 64\"><tr><td>1<td>a</tr><tr><td>2<td>b</tr></table>";
    String lower =
        "<table data-bbox=\"80 70 480 112\"><tr><td>3<td>c</tr><tr><td>4<td>d</tr></table>";

    assertThat(readAs(upper + lower, 400, 424, 448, 472).blocks()).hasSize(1);
    assertThat(readAs(upper + lower, 400, 424, 470, 494).blocks()).hasSize(2);
  }

  @Test
  void putsCellsBelowTheColumnsThatThePieceBeforeShows() throws Exception {
    assertThat(rowsOfParts(190))
        .containsExactly(
            List.of("a", "b", "c", "d"), List.of("e", "", "g", "h"), List.of("i", "", "k", "l"));
  }

  @Test
  void leavesTheColumnsOfATableFarBelowAnother() throws Exception {
    assertThat(rowsOfParts(600).get(2)).containsExactly("i", "k", "l");
  }

  /** A table of four columns, and below it a row at a height that has a text in three of them. */
  private List<List<String>> rowsOfParts(int below) throws ParseException {
    RasterImage page = emptyPage();
    for (int left : List.of(100, 180, 260, 340)) {
      drawLetters(page, left, left + 60, 100);
    }
    for (int top : List.of(130, below)) {
      for (int left : List.of(100, 260, 340)) {
        drawLetters(page, left, left + 60, top);
      }
    }
    String upper = "<tr><td>a<td>b<td>c<td>d</tr><tr><td>e<td>g<td>h<td></tr>";
    String lower = "<tr><td>i<td>k<td>l</tr>";
    String table = "<table data-bbox=\"4 20 340 %d\">%s</table>";
    ScriptedModel model =
        answering(html(table.formatted(90, upper)), html(table.formatted(60, lower)));
    return rows(ask(model.readingPieces(SHAPE), page).read(SIZE).page());
  }

  @Test
  void takesALabelAndTheValueInTheFrameBelowItForOneParagraph() throws Exception {
    RasterImage page = emptyPage();
    drawLetters(page, 100, 220, 400);
    drawLetters(page, 108, 240, 432);
    for (int line : List.of(424, 458)) {
      draw(page, 100, 500, line, line + 2);
    }
    for (int side : List.of(100, 498)) {
      draw(page, side, side + 2, 424, 460);
    }
    String field = "<h2 data-bbox=\"40 40 200 60\">Town</h2><p data-bbox=\"40 70 260 94\">Lund</p>";

    ScriptedModel model = answering(html(field)).readingPieces(new PieceShape(560, 140));

    assertThat(texts(ask(model, page).read(SIZE).page())).containsExactly("Town\nLund");
  }

  @Test
  void makesATableOfTextsSideBySideAboveAndBelowARule() throws Exception {
    RasterImage page = emptyPage();
    for (int left : List.of(100, 340)) {
      drawLetters(page, left, left + 120, 400);
      drawLetters(page, left, left + 120, 440);
    }
    draw(page, 90, 500, 429, 431);
    String column = "<p data-bbox=\"%d 40 %d 100\">head<br/>value</p>";
    String both = column.formatted(80, 200) + column.formatted(320, 440);

    ScriptedModel model = answering(html(both)).readingPieces(new PieceShape(560, 140));

    Page read = ask(model, page).read(SIZE).page();
    assertThat(read.blocks()).singleElement().isInstanceOf(Table.class);
    assertThat(read.blocks().get(0).box().x2()).as("to the end of the rule").isEqualTo(500);
  }

  @Test
  void bringsABoxThatLiesOnNothingToTypeThatNoOtherHas() throws Exception {
    String blocks = "<p data-bbox=\"80 26 480 46\">one</p><p data-bbox=\"80 58 480 63\">two</p>";
    ScriptedModel model = answering(html(blocks)).readingPieces(SHAPE);

    Page page = ask(model, pageWithLinesAt(400, 440)).read(SIZE).page();

    assertThat(texts(page)).containsExactly("one", "two");
    assertThat(tops(page).get(1)).isCloseTo(440, within(3));
  }

  @Test
  void leavesToOthersTheLinesThatABoxReachesOver() throws Exception {
    String name = "<p data-bbox=\"80 22 480 42\">The Nails and Hooks Company</p>";
    String title = "<p data-bbox=\"70 10 490 130\">Invoice</p>";
    ScriptedModel model = answering(html(name + title)).readingPieces(new PieceShape(560, 140));

    Page page = ask(model, pageWithLinesAt(400, 480)).read(SIZE).page();

    assertThat(tops(page).get(0)).isCloseTo(400, within(3));
    assertThat(tops(page).get(1)).isCloseTo(480, within(3));
  }

  @Test
  void takesAChartThatIsFullOfColoursForAPicture() throws Exception {
    RasterImage page = emptyPage();
    drawPicture(page, 400, 480);
    String chart =
        "<div class=\"chart\" %1$s><img %1$s/><table><tr><td>A</td><td>1</td></tr></table></div>";
    ScriptedModel model =
        answering(html(chart.formatted("data-bbox=\"80 16 480 90\""))).readingPieces(SHAPE);

    assertThat(ask(model, page).read(SIZE).page().blocks())
        .singleElement()
        .isInstanceOf(Image.class);
  }

  @Test
  void endsAPictureAboveTheRuleThatItStandsOn() throws Exception {
    RasterImage page = emptyPage();
    drawLetters(page, 150, 270, 400);
    draw(page, 100, 500, 430, 432);
    ScriptedModel model =
        answering(html("<div class=\"image\" data-bbox=\"80 40 480 76\"></div>"))
            .readingPieces(SHAPE);

    BoundingBox found = ask(model, page).read(SIZE).page().blocks().get(0).box();

    assertThat(found.x1()).isCloseTo(150, within(3));
    assertThat(found.x2()).isCloseTo(266, within(3));
    assertThat(found.y2()).isCloseTo(420, within(3));
  }

  @Test
  void findsAPictureThatTheModelPassedOver() throws Exception {
    RasterImage page = emptyPage();
    drawLetters(page, 100, 500, 380);
    drawPicture(page, 410, 520);
    ScriptedModel model =
        answering(html("<p data-bbox=\"80 10 480 32\">one</p>"))
            .readingPieces(new PieceShape(560, 224));

    List<Block> blocks = ask(model, page).read(SIZE).page().blocks();

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(1)).isInstanceOf(Image.class);
    assertThat(blocks.get(1).box().y1()).isCloseTo(410, within(3));
  }

  @Test
  void takesWhatTheModelPassedOverOfAPictureIntoItsImage() throws Exception {
    RasterImage page = emptyPage();
    drawLetters(page, 100, 500, 380);
    drawPicture(page, 410, 520);
    ScriptedModel model =
        answering(
                html(
                    "<p data-bbox=\"80 10 480 32\">one</p>"
                        + "<div class=\"image\" data-bbox=\"22 72 172 182\"></div>"))
            .readingPieces(new PieceShape(560, 224));

    List<Block> blocks = ask(model, page).read(SIZE).page().blocks();

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(1).box().x2()).isCloseTo(500, within(3));
  }

  @Test
  void reachesToTheBoxToTickBeforeAText() throws Exception {
    RasterImage page = emptyPage();
    draw(page, 100, 118, 401, 419);
    draw(page, 104, 114, 405, 415, 255);
    drawLetters(page, 146, 500, 400);
    ScriptedModel model =
        answering(html("<p data-bbox=\"126 44 480 68\">☐ Yes</p>")).readingPieces(SHAPE);

    BoundingBox found = ask(model, page).read(SIZE).page().blocks().get(0).box();

    assertThat(found.x1()).isCloseTo(100, within(3));
  }

  @Test
  void takesWhatStandsInAFieldOfAFormForOneParagraph() throws Exception {
    String label = "<p data-bbox=\"60 20 500 52\">%s</p>";
    String value = "<h2 data-bbox=\"60 54 500 80\">%s</h2>";
    ScriptedModel model =
        answering(
                html(label.formatted("Name") + value.formatted("Ash")),
                html(label.formatted("Town") + value.formatted("Elm")))
            .readingPieces(SHAPE);

    Page page = ask(model, pageWithFields()).read(SIZE).page();

    assertThat(texts(page)).containsExactly("Name\nAsh", "Town\nElm");
  }

  @Test
  void addsUpWhatThePiecesCost() throws Exception {
    Answers answers =
        ask(answering(text("one")).readingPieces(SHAPE), pageWithLinesAt(100, 350, 600));

    assertThat(answers.usage().pieces()).isEqualTo(3);
    assertThat(answers.usage().seen()).isNull();
    assertThat(answers.usage().tokens()).isEqualTo(3 * 5);
    assertThat(answers.usage().promptTokens()).isEqualTo(3 * 17);
    assertThat(answers.usage().meanLogProbability()).isCloseTo(-0.123456789, offset(1e-9));
  }

  @Test
  void tellsWhyTheAnswersForPiecesEnded() throws Exception {
    Answers answers =
        ask(
            answering(looped("one"), cutOff("two"), text("three")).readingPieces(SHAPE),
            pageWithLinesAt(100, 350, 600));

    assertThat(answers.ends()).containsExactlyInAnyOrder(End.LOOP, End.TOKEN_LIMIT, End.WHOLE);
    assertThat(texts(answers.read(SIZE).page())).containsExactly("one", "two", "three");
  }

  @Test
  void readsAgainInHalvesWhatWasCutOff() throws Exception {
    Answers answers =
        ask(
            answering(cutOff("lost"), text("three"), text("one"), text("two")).readingPieces(SHAPE),
            pageWithLinesAt(100, 130, 600));

    Page page = answers.read(SIZE).page();
    assertThat(texts(page)).containsExactly("one two", "three");
    assertThat(tops(page).get(0)).isCloseTo(100, within(4));
    assertThat(page.blocks().get(0).box().y2())
        .as("with room for descenders")
        .isCloseTo(130 + 20 + 5, within(4));
    assertThat(answers.ends()).containsExactly(End.WHOLE);
    assertThat(answers.usage().readAgain()).isEqualTo(1);
    assertThat(answers.usage().pieces()).isEqualTo(3);
    assertThat(answers.usage().tokens()).isEqualTo(4 * 5);
    assertThat(counts).containsExactly(1, 6, 11, 16);
  }

  @Test
  void partsWhatIsCutOffTwiceAndKeepsWhatIsLeftThen() throws Exception {
    Answers answers =
        ask(
            answering(cutOff("lost")).readingPieces(new PieceShape(560, 224)),
            pageWithLinesAt(100, 130, 160, 190, 220));

    assertThat(answers.ends()).containsExactly(End.TOKEN_LIMIT);
    assertThat(answers.usage().readAgain()).isEqualTo(3);
    assertThat(answers.usage().pieces()).isEqualTo(4);
  }

  @Test
  void readsAWholePageAgainInPartsIfItsAnswerWasCutOff() throws Exception {
    Answers answers =
        ask(
            answering(looped("lost"), text("one"), text("two"), text("three")),
            pageWithLinesAt(60, 350, 700));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("one", "two", "three");
    assertThat(answers.ends()).containsExactly(End.WHOLE);
    assertThat(answers.usage().readAgain()).isEqualTo(1);
    assertThat(counts).containsExactly(1, 6, 11, 16);
  }

  @Test
  void keepsWhatItHasIfReadingAgainFails() throws Exception {
    Answers pieces =
        ask(
            answering(cutOff("some"), failing("MODEL_FAILED", Kind.MODEL)).readingPieces(SHAPE),
            pageWithLinesAt(100, 130));
    Answers whole =
        ask(
            answering(cutOff("some"), failing("MODEL_FAILED", Kind.MODEL)),
            pageWithLinesAt(60, 700));

    for (Answers answers : List.of(pieces, whole)) {
      assertThat(texts(answers.read(SIZE).page())).containsExactly("some");
      assertThat(answers.ends()).containsExactly(End.TOKEN_LIMIT);
      assertThat(answers.usage().readAgain()).isZero();
    }
  }

  @Test
  void triesTheDocumentAgainIfReadingAgainFailsForTheMoment() {
    ScriptedModel model = answering(cutOff("some"), failing("BUSY", Kind.TRANSIENT));

    assertThatThrownBy(() -> ask(model, pageWithLinesAt(60, 700)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("gave up");
  }

  @Test
  void halvesSeveralPiecesAndTheirHalvesInOrder() throws Exception {
    PieceShape high = new PieceShape(560, 140);
    Answers answers =
        ask(
            answering(
                    cutOff("lost"),
                    cutOff("lost"),
                    cutOff("lost"),
                    text("b"),
                    text("c"),
                    text("d"),
                    text("a1"),
                    text("a2"))
                .readingPieces(high),
            pageWithLinesAt(100, 126, 180, 600, 660));

    Page page = answers.read(SIZE).page();
    assertThat(texts(page)).containsExactly("a1 a2", "b", "c", "d");
    assertThat(tops(page)).isSorted();
    assertThat(answers.usage().readAgain()).isEqualTo(3);
  }

  @Test
  void readsInHalvesWhatIsDoubtfulIfThatMakesItSurer() throws Exception {
    Answers surer =
        ask(
            answering(text("doubtful", 0.5), text("one", 0.9), text("two", 0.9))
                .readingPieces(SHAPE),
            pageWithLinesAt(100, 130));
    assertThat(texts(surer.read(SIZE).page())).containsExactly("one two");
    assertThat(surer.usage().readAgain()).isEqualTo(1);

    Answers noSurer =
        ask(
            answering(text("doubtful", 0.5), text("one", 0.5), text("two", 0.9))
                .readingPieces(SHAPE),
            pageWithLinesAt(100, 130));
    assertThat(texts(noSurer.read(SIZE).page())).containsExactly("doubtful");
    assertThat(noSurer.usage().readAgain()).isZero();
    assertThat(noSurer.usage().otherReadings()).isEqualTo(2);
  }

  @Test
  void readsNothingFinerThanHalvesWhereItIsOnlyDoubtful() throws Exception {
    Answers answers =
        ask(
            answering(text("doubtful", 0.5)).readingPieces(SHAPE),
            pageWithLinesAt(100, 124, 148, 172));

    assertThat(answers.usage().otherReadings()).isEqualTo(2);
  }

  @Test
  void readsHalvesOfWhatWasCutOffNoFinerIfTheyAreOnlyDoubtful() throws Exception {
    Answers answers =
        ask(
            answering(cutOff("lost"), text("one", 0.5), text("two", 0.5)).readingPieces(SHAPE),
            pageWithLinesAt(100, 124, 148, 172));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("one two");
    assertThat(answers.usage().pieces()).isEqualTo(2);
    assertThat(answers.usage().readAgain()).isEqualTo(1);
    assertThat(answers.usage().otherReadings()).isZero();
  }

  @Test
  void readsByItselfWhatAnAnswerPassedOver() throws Exception {
    Answers answers =
        ask(
            answering(html(UPPER_LINE), text("two"), html(LINE_BY_ITSELF)).readingPieces(SHAPE),
            pageWithLinesAt(100, 130, 600));

    Page page = answers.read(SIZE).page();
    assertThat(texts(page)).containsExactly("one", "Passed over.", "two");
    assertThat(tops(page).get(1)).isCloseTo(130, within(4));
    assertThat(answers.usage().pieces()).isEqualTo(3);
    assertThat(counts).containsExactly(1, 6, 11);
  }

  @Test
  void takesNothingDoubtfulForWhatWasPassedOver() throws Exception {
    Answers answers =
        ask(
            answering(html(UPPER_LINE), text("two"), text("scraps", 0.5)).readingPieces(SHAPE),
            pageWithLinesAt(100, 130, 600));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("one", "two");
    assertThat(answers.usage().pieces()).isEqualTo(2);
    assertThat(answers.usage().otherReadings()).isEqualTo(1);
    assertThat(answers.usage().readAgain()).isZero();
  }

  @Test
  void keepsWhatItHasIfWhatWasPassedOverCannotBeRead() throws Exception {
    Answers answers =
        ask(
            answering(html(UPPER_LINE), text("two"), failing("MODEL_FAILED", Kind.MODEL))
                .readingPieces(SHAPE),
            pageWithLinesAt(100, 130, 600));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("one", "two");
  }

  @Test
  void keepsWhatItHasOfAPageThatCannotBeParted() throws Exception {
    Answers answers = ask(answering(cutOff("some")), pageWithLinesAt(100));

    assertThat(texts(answers.read(SIZE).page())).containsExactly("some");
    assertThat(answers.ends()).containsExactly(End.TOKEN_LIMIT);
  }

  @Test
  void asksForTheWholePageIfThereIsNothingToCut() throws Exception {
    Answers answers = ask(answering(text("all")).readingPieces(SHAPE), pageWithLinesAt());

    assertThat(texts(answers.read(SIZE).page())).containsExactly("all");
    assertThat(answers.usage().pieces()).isZero();
  }

  /** A page with lines for which the model answers with one paragraph. */
  private Page readAsOneParagraph(String text, int... tops) throws ParseException {
    return readAs("<p data-bbox=\"80 22 480 118\">" + text + "</p>", tops);
  }

  /** A page with lines that are one piece, for which the model answers with blocks. */
  private Page readAs(String blocks, int... tops) throws ParseException {
    ScriptedModel model = answering(html(blocks)).readingPieces(new PieceShape(560, 140));
    return ask(model, pageWithLinesAt(tops)).read(SIZE).page();
  }

  private Answers ask(ScriptedModel model, RasterImage page) throws ParseException {
    PageReader reader = new PageReader(model);
    return reader.ask(reader.views(page), counts::add);
  }

  /** Lines of letters, 20 pixels high. */
  private static RasterImage pageWithLinesAt(int... tops) {
    RasterImage page = emptyPage();
    for (int top : tops) {
      drawLetters(page, 100, 500, top);
    }
    return page;
  }

  /** Two labels with the letters of values below them, each on a rule of its own. */
  private static RasterImage pageWithFields() {
    RasterImage page = emptyPage();
    for (int left : List.of(100, 340)) {
      drawLetters(page, left, left + 60, 100);
      drawLetters(page, left, left + 120, 124);
      draw(page, left, left + 210, 150, 152);
    }
    return page;
  }

  private static RasterImage emptyPage() {
    byte[] rgb = new byte[3 * SIZE.width() * SIZE.height()];
    Arrays.fill(rgb, (byte) 255);
    return new RasterImage(SIZE.width(), SIZE.height(), rgb);
  }

  private static void drawLetters(RasterImage page, int from, int to, int top) {
    for (int x = from; x < to; x += 12) {
      draw(page, x, x + 8, top, top + 20);
    }
  }

  /** Stripes of three greys. */
  private static void drawPicture(RasterImage page, int top, int bottom) {
    for (int x = 100; x < 500; x += 20) {
      draw(page, x, x + 20, top, bottom, 60 * (x / 20 % 3));
    }
  }

  private static void draw(RasterImage page, int left, int right, int top, int bottom) {
    draw(page, left, right, top, bottom, 0);
  }

  private static void draw(RasterImage page, int left, int right, int top, int bottom, int grey) {
    for (int y = top; y < bottom; y++) {
      int row = 3 * y * page.width();
      Arrays.fill(page.rgb(), row + 3 * left, row + 3 * right, (byte) grey);
    }
  }

  private static List<String> texts(Page page) {
    return page.blocks().stream().map(block -> ((Paragraph) block).text()).toList();
  }

  /** The cells of all tables. */
  private static List<List<String>> rows(Page page) {
    return page.blocks().stream()
        .flatMap(table -> ((Table) table).grid().rows().stream())
        .map(row -> row.stream().map(Cell::text).toList())
        .toList();
  }

  private static List<Integer> tops(Page page) {
    return page.blocks().stream().map(Block::box).map(BoundingBox::y1).toList();
  }
}

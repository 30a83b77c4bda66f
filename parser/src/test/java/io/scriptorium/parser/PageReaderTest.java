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
import io.scriptorium.htmlschema.Page;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.Paragraph;
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
  private static final String LINE_BY_ITSELF = "<p data-bbox=\"70 44 500 68\">passed over</p>";

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
    assertThat(texts(page)).containsExactly("one", "passed over", "two");
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

  private Answers ask(ScriptedModel model, RasterImage page) throws ParseException {
    PageReader reader = new PageReader(model);
    return reader.ask(reader.views(page), counts::add);
  }

  /** Lines of letters, 20 pixels high. */
  private static RasterImage pageWithLinesAt(int... tops) {
    byte[] rgb = new byte[3 * SIZE.width() * SIZE.height()];
    Arrays.fill(rgb, (byte) 255);
    for (int top : tops) {
      for (int y = top; y < top + 20; y++) {
        for (int x = 100; x < 500; x += 12) {
          int at = 3 * (y * SIZE.width() + x);
          Arrays.fill(rgb, at, at + 3 * 8, (byte) 0);
        }
      }
    }
    return new RasterImage(SIZE.width(), SIZE.height(), rgb);
  }

  private static List<String> texts(Page page) {
    return page.blocks().stream().map(block -> ((Paragraph) block).text()).toList();
  }

  private static List<Integer> tops(Page page) {
    return page.blocks().stream().map(Block::box).map(BoundingBox::y1).toList();
  }
}

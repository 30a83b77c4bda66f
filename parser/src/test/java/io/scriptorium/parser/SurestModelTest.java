package io.scriptorium.parser;

import static io.scriptorium.parser.ScriptedModel.answering;
import static io.scriptorium.parser.ScriptedModel.cutOff;
import static io.scriptorium.parser.ScriptedModel.failing;
import static io.scriptorium.parser.ScriptedModel.html;
import static io.scriptorium.parser.ScriptedModel.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ScriptedModel.Answer;
import io.scriptorium.renderer.RasterImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurestModelTest {
  private static final RasterImage PICTURE = new RasterImage(200, 100, new byte[3 * 200 * 100]);

  private final List<Integer> counts = new ArrayList<>();

  @Test
  void readsOnceWhatTheModelIsSureOf() throws Exception {
    List<PageAnswer> answers = read(3, 1, text("sure", 0.9), text("never asked for", 1));

    assertThat(answers).extracting(PageAnswer::text).singleElement().asString().contains("sure");
    assertThat(answers.get(0).others().answers()).isZero();
  }

  @Test
  void readsAgainAtOtherSizesWhatItIsNotSureOf() throws Exception {
    List<PageAnswer> answers =
        read(3, 1, text("first", 0.5), text("second", 0.5), text("third", 0.7));

    assertThat(answers.get(0).text()).contains("third");
    assertThat(answers.get(0).seen()).isEqualTo(new PageSize(176, 88));
  }

  @Test
  void looksAtSeveralSizesAtOnceAndThenAtOneAtATime() throws Exception {
    ScriptedModel model = answering(text("never sure", 0.1));

    new SurestModel(model, 4).read(PICTURE, counts::add);

    PageSize own = new PageSize(200, 100);
    PageSize smaller = new PageSize(176, 88);
    PageSize larger = new PageSize(226, 113);
    assertThat(model.shown())
        .containsExactly(
            List.of(own, larger, smaller), List.of(own), List.of(smaller), List.of(own, larger));
  }

  @Test
  void looksAtOneSizeIfItCannotLookAtSeveral() throws Exception {
    ScriptedModel model = answering(failing("TOO_MUCH", Kind.MODEL), text("sure", 0.9));

    PageAnswer answer = new SurestModel(model, 4).read(PICTURE, counts::add);

    assertThat(answer.text()).contains("sure");
    assertThat(model.shown()).hasSize(2);
    assertThat(model.shown().get(1)).containsExactly(new PageSize(200, 100));
  }

  @Test
  void looksAtOneSizeIfItReadsOnce() throws Exception {
    ScriptedModel model = answering(text("never sure", 0.1));

    new SurestModel(model, 1).read(PICTURE, counts::add);

    assertThat(model.shown()).containsExactly(List.of(new PageSize(200, 100)));
  }

  @Test
  void readsOnceWhatItIsSureOfButForItsPlace() throws Exception {
    assertThat(read(3, 1, text("sure", 0.9, 0.1)).get(0).text()).contains("sure");
    assertThat(read(2, 1, text("first", 0.5, 0.9), text("second", 0.9, 0.1)).get(0).text())
        .contains("second");
  }

  @Test
  void stopsWhenItIsSure() throws Exception {
    List<PageAnswer> answers =
        read(3, 1, text("first", 0.5), text("second", 0.7), text("third", 1));

    assertThat(answers.get(0).text()).contains("second");
    assertThat(answers.get(0).others().answers()).isOne();
  }

  @Test
  void keepsTheFirstIfNoOtherIsSurer() throws Exception {
    List<PageAnswer> answers =
        read(3, 1, text("first", 0.5), text("second", 0.4), text("third", 0.3));

    assertThat(answers.get(0).text()).contains("first");
    assertThat(answers.get(0).seen()).isEqualTo(new PageSize(200, 100));
  }

  @Test
  void readsNoMoreOftenThanItWasTold() throws Exception {
    assertThat(read(2, 1, text("first", 0.5), text("second", 0.9)).get(0).text())
        .contains("second");
    assertThat(read(1, 1, text("first", 0.5), text("second", 0.9)).get(0).text()).contains("first");
  }

  @Test
  void readsOnlyTheDoubtfulOfSeveralPicturesAgain() throws Exception {
    List<PageAnswer> answers =
        read(2, 3, text("a", 0.9), text("b", 0.1), text("c", 0.9), text("surer b", 0.9));

    assertThat(answers.get(0).text()).contains(">a<");
    assertThat(answers.get(1).text()).contains("surer b");
    assertThat(answers.get(2).text()).contains(">c<");
  }

  @Test
  void prefersAnAnswerThatIsWholeAndNeverTakesNone() throws Exception {
    assertThat(read(2, 1, cutOff("some"), text("whole", 0.1)).get(0).text()).contains("whole");
    assertThat(read(2, 1, text("doubtful", 0.1), blank()).get(0).text()).contains("doubtful");
  }

  @Test
  void tellsWhatTheOtherReadingsTook() throws Exception {
    PageAnswer answer = read(3, 1, cutOff("some"), cutOff("more"), text("whole", 0.9)).get(0);

    assertThat(answer.tokens()).isEqualTo(3);
    assertThat(answer.others()).isEqualTo(new PageAnswer.Others(2, 34, 10));
    assertThat(counts).containsExactly(1, 6, 11);
    PageResult.Usage usage = PageResult.Usage.of(answer);
    assertThat(usage.otherReadings()).isEqualTo(2);
    assertThat(usage.tokens()).isEqualTo(13);
    assertThat(PageResult.Usage.of(List.of(answer), List.of(answer)))
        .extracting(PageResult.Usage::otherReadings, PageResult.Usage::readAgain)
        .containsExactly(4, 1);
  }

  @Test
  void keepsWhatItHasIfReadingAgainFails() throws Exception {
    assertThat(read(2, 1, text("first", 0.5), failing("BROKEN", Kind.MODEL)).get(0).text())
        .contains("first");
    assertThatThrownBy(() -> read(2, 1, text("first", 0.5), failing("BUSY", Kind.TRANSIENT)))
        .isInstanceOf(ParseException.class);
  }

  @Test
  void saysHowOftenItReads() {
    SurestModel model = new SurestModel(answering(text("any")), 2);

    assertThat(model.identity().settings()).containsEntry("readings", 2).containsKey("prompt");
    assertThatThrownBy(() -> new SurestModel(answering(text("any")), 5))
        .hasMessage("readings (5) is not 1 to 4");
  }

  private static Answer blank() {
    return page -> {
      PageAnswer any = html("").give(page);
      return new PageAnswer(
          " ", any.seen(), any.end(), any.promptTokens(), 0, Double.NaN, any.confidence());
    };
  }

  private List<PageAnswer> read(int readings, int pictures, Answer... answers)
      throws ParseException {
    RasterImage[] all = new RasterImage[pictures];
    Arrays.fill(all, PICTURE);
    return new SurestModel(answering(answers), readings).readPieces(List.of(all), counts::add);
  }
}

package io.scriptorium.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.modelruntime.Answer;
import io.scriptorium.modelruntime.Question;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.checkpoint.RandomCheckpoint;
import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.generation.Generation.Finish;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import io.scriptorium.modelruntime.preprocess.RgbImage;
import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.QwenPageModel.Settings;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.parser.keyvalues.KeyValueReader;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small model of random weights. */
class QwenPageModelTest {
  private static final Settings SHORT = Settings.DEFAULTS.withMaxTokens(5);

  @TempDir static Path cache;
  private static Path folder;

  @BeforeAll
  static void convert() throws Exception {
    Path checkpoint = cache.resolve("random");
    new RandomCheckpoint(ModelShapes.tiny(), 2026, Dtype.F32)
        .write(checkpoint, RandomCheckpoint.Progress.SILENT);
    folder = new ModelCache(cache).resolve(checkpoint, Progress.SILENT);
  }

  @Test
  void readsAPageAndTellsOfEachToken() throws Exception {
    List<Integer> counts = new ArrayList<>();
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      PageAnswer answer = model.read(page(200, 100), counts::add);

      assertThat(answer.seen()).isEqualTo(new PageSize(196, 112));
      assertThat(answer.tokens()).isBetween(1, 5);
      assertThat(answer.end().whole() || answer.tokens() == 5).isTrue();
      assertThat(answer.promptTokens()).isGreaterThan(7 * 4);
      assertThat(answer.meanLogProbability()).isNegative();
      assertThat(answer.confidence()).isNotNull();
      assertThat(counts)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, answer.tokens()).boxed().toList());
    }
  }

  @Test
  void readsTheSamePageTheSameWay() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      assertThat(model.read(page(60, 80), count -> {}))
          .isEqualTo(model.read(page(60, 80), count -> {}));
    }
  }

  @Test
  void readsPiecesTogetherAsItReadsThemAlone() throws Exception {
    List<RasterImage> pieces =
        IntStream.range(0, 10).mapToObj(i -> page(60 + 28 * (i % 4), 80)).toList();
    List<Integer> counts = new ArrayList<>();
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      List<PageAnswer> together = model.readPieces(pieces, counts::add);

      assertThat(together).hasSameSizeAs(pieces);
      for (int i = 0; i < pieces.size(); i++) {
        PageAnswer alone = model.read(pieces.get(i), count -> {});
        assertThat(together.get(i).text()).isEqualTo(alone.text());
        assertThat(together.get(i).seen()).isEqualTo(alone.seen());
      }
      int all = together.stream().mapToInt(PageAnswer::tokens).sum();
      assertThat(counts).containsExactlyElementsOf(IntStream.rangeClosed(1, all).boxed().toList());
    }
  }

  @Test
  void answersOnceForSeveralSizesOfAPicture() throws Exception {
    List<PageSize> shown = new ArrayList<>();
    List<String> boxes = new ArrayList<>();
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      QwenPageModel listening =
          model.asking(
              (groups, options, listener, stop, pixels) -> {
                List<Answer> views = new ArrayList<>();
                for (Question view : groups.get(0)) {
                  RgbImage image = ((Question.Image) view.parts().get(1)).image();
                  shown.add(new PageSize(image.width(), image.height()));
                  views.addAll(
                      writing("view " + views.size(), "")
                          .ask(groups, options, listener, stop, pixels)
                          .get(0));
                }
                boolean inPixels = pixels.isInPixels("<p data-bbox=\"", "1");
                assertThat(inPixels).isTrue();
                boxes.add(
                    pixels.converted(
                        "10 20 30 40", true, new ImageSize(28, 56), new ImageSize(56, 84)));
                return List.of(views);
              });

      List<PageAnswer> answers =
          listening.readViews(List.of(List.of(page(28, 56), page(56, 84))), count -> {});

      PageAnswer answer = answers.get(0);
      assertThat(answers).hasSize(1);
      assertThat(answer.text()).isEqualTo("view 0");
      assertThat(answer.promptTokens()).as("of both").isEqualTo(14);
      assertThat(answer.tokens()).isOne();
    }
    assertThat(shown).containsExactly(new PageSize(28, 56), new PageSize(56, 84));
    assertThat(boxes).containsExactly("20 30 60 60");
  }

  @Test
  void stopsAnAnswerThatGoesRoundInALoopAndKeepsItsFirstRound() throws Exception {
    String row = "<tr><td>Travel</td><td>1,200.00</td></tr>";
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      PageAnswer answer = model.asking(writing("<table>", row)).read(page(28, 56), count -> {});

      assertThat(answer.end()).isEqualTo(PageAnswer.End.LOOP);
      assertThat(answer.text()).isEqualTo("<table>" + row);
    }
  }

  /** Writes the same again and again, for as long as it may and a thousand times at most. */
  private static QwenPageModel.Asker writing(String head, String round) {
    return (groups, options, listener, stop, pixels) -> {
      StringBuilder text = new StringBuilder(head);
      stop.stopsAfter(0, head);
      int rounds = 0;
      boolean stopped = false;
      while (!stopped && rounds < 1000) {
        text.append(round);
        stopped = stop.stopsAfter(0, round);
        rounds++;
      }
      Finish finish = stopped ? Finish.STOPPED : Finish.TOKEN_LIMIT;
      return List.of(
          List.of(
              new Answer(
                  text.toString(),
                  new int[] {text.length()},
                  new Generation(new int[] {1}, new float[] {-0.5f}, finish, 7),
                  List.of(new ImageSize(28, 56)))));
    };
  }

  @Test
  void asksForKeyValuesAsTheFamilyIsAsked() throws Exception {
    List<Question> asked = new ArrayList<>();
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      QwenPageModel listening =
          model.asking(
              (groups, options, listener, stop, pixels) -> {
                groups.forEach(asked::addAll);
                return writing("{}", "").ask(groups, options, listener, stop, pixels);
              });

      listening.extract(
          read("", page(60, 80)), KeyTemplate.parse("{\"total\": \"\"}"), count -> {});
    }

    assertThat(asked)
        .singleElement()
        .satisfies(
            question ->
                assertThat(question.parts().get(0))
                    .isEqualTo(
                        new Question.Text(
                            "Extract the key-value information in the format:{\"total\": \"\"}")));
  }

  @Test
  void answersForEachPictureThatIsAskedForKeyValues() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      List<KeyValueAnswer> answers =
          model.extract(
              read("", page(60, 80), page(840, 80)),
              KeyTemplate.parse("{\"total\": \"\"}"),
              count -> {});

      assertThat(answers).hasSize(2);
      assertThat(answers.get(1).promptTokens())
          .as("a larger picture")
          .isGreaterThan(answers.get(0).promptTokens());
    }
  }

  @Test
  void findsKeyValuesInTheTextThatWasReadWhateverItsWeightsAre() throws Exception {
    String text = "Bill 17/4\n\nnail\t2,50\nhook\t\"9\"\n\nC:\\bills";
    KeyTemplate keys =
        KeyTemplate.parse(
            "{\"number\": \"\", \"lines\": [{\"what\": \"\", \"price\": \"\"}], \"file\": \"\"}");
    List<Integer> counts = new ArrayList<>();
    try (QwenPageModel model = QwenPageModel.load(folder, Settings.DEFAULTS.withKeysFromText())) {
      List<KeyValueAnswer> answers = model.extract(read(text, page(60, 80)), keys, counts::add);

      KeyValueAnswer answer = answers.get(0);
      assertThat(answers).hasSize(1);
      assertThat(answer.end().whole()).isTrue();
      assertThat(counts)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, answer.tokens()).boxed().toList());
      assertThat(answer.text()).startsWith("{\"number\": \"").endsWith("\"}");
      KeyValueReader.Reading reading = KeyValueReader.read(answer.text(), keys);
      assertThat(reading.whole()).isTrue();
      assertThat(texts(reading.values().toJson())).isNotEmpty().allMatch(text::contains);
      assertThat(reading.values().toJson().path("lines")).hasSizeLessThanOrEqualTo(6);
    }
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      if (value.isTextual()) {
        texts.add(value.asText());
      }
      texts.addAll(texts(value));
    }
    return texts;
  }

  @Test
  void asksNothingAboutAPageWithoutText() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT.withKeysFromText())) {
      assertThat(
              model.extract(
                  read("", page(60, 80)), KeyTemplate.parse("{\"total\": \"\"}"), count -> {}))
          .isEmpty();
    }
  }

  @Test
  void tellsThatItAsksForKeyValuesOfText() throws Exception {
    try (QwenPageModel pictures = QwenPageModel.load(folder, SHORT);
        QwenPageModel text = QwenPageModel.load(folder, SHORT.withKeysFromText())) {
      assertThat(pictures.identity().settings()).doesNotContainKey("keysFrom");
      assertThat(text.identity().settings()).containsEntry("keysFrom", "text");
    }
  }

  @Test
  void tellsIntoWhichPiecesItWantsPagesCut() throws Exception {
    PieceShape shape = new PieceShape(448, 224);
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT.withPieces(shape))) {
      assertThat(model.pieces()).hasValue(shape);
      assertThat(model.identity().settings()).containsEntry("pieces", "448x224");
    }
  }

  @Test
  void seesNoMorePixelsThanItMay() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT.withMaxPixels(4 * 28 * 28))) {
      assertThat(model.read(page(200, 100), count -> {}).seen()).isEqualTo(new PageSize(56, 28));
      assertThat(model.identity().settings()).containsEntry("maxPixels", 4 * 28 * 28);
    }
  }

  @Test
  void tellsWhoItIsAndHowItIsAsked() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, Settings.DEFAULTS)) {
      ModelIdentity identity = model.identity();

      assertThat(identity.fingerprint()).matches("[0-9a-f]{64}");
      assertThat(identity.settings())
          .containsEntry("system", "You are a helpful assistant.")
          .containsEntry("instruction", "QwenVL HTML ")
          .containsEntry("maxTokens", 8192)
          .containsEntry("repetitionPenalty", 1.05)
          .containsEntry("promptArithmetic", "float32")
          .containsEntry("answerArithmetic", "float32");
      assertThat(model.description()).startsWith(identity.name()).endsWith("float32 arithmetic");
    }
  }

  @Test
  void blamesAPageThatIsTooThin() throws Exception {
    try (QwenPageModel model = QwenPageModel.load(folder, SHORT)) {
      assertFails(() -> model.read(page(1, 201), count -> {}), Kind.BAD_INPUT, "IMAGE_UNSUPPORTED");
    }
  }

  @Test
  void blamesTheModelForAFolderThatHoldsNone() {
    assertFails(
        () -> QwenPageModel.load(cache.resolve("none"), SHORT).close(),
        Kind.MODEL,
        "SAVED_MODEL_INVALID");
  }

  @Test
  void refusesSettingsThatAskForNothing() {
    assertThatThrownBy(() -> SHORT.withMaxTokens(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens (0) is less than 1");
    assertThatThrownBy(() -> SHORT.withMaxPixels(3135))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxPixels (3135) is less than 3136");
  }

  private static ReadPage read(String text, RasterImage... pictures) {
    return new ReadPage(List.of(pictures), text);
  }

  private static RasterImage page(int width, int height) {
    return new RasterImage(width, height, new byte[3 * width * height]);
  }

  private static void assertFails(ThrowingCallable call, Kind kind, String code) {
    ParseException failure = catchThrowableOfType(ParseException.class, call);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
  }
}

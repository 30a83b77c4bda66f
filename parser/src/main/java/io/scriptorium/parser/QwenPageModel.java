package io.scriptorium.parser;

import io.scriptorium.htmlschema.BoxNumbers;
import io.scriptorium.htmlschema.LoopDetector;
import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.TokenConfidence;
import io.scriptorium.modelruntime.Answer;
import io.scriptorium.modelruntime.AnswerStop;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.PixelText;
import io.scriptorium.modelruntime.Question;
import io.scriptorium.modelruntime.QwenModel;
import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.generation.GenerationOptions;
import io.scriptorium.modelruntime.generation.TokenListener;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import io.scriptorium.modelruntime.preprocess.RgbImage;
import io.scriptorium.modelruntime.savedmodel.Manifest;
import io.scriptorium.modelruntime.savedmodel.RuntimeOptions;
import io.scriptorium.parser.PageAnswer.End;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.parser.keyvalues.KeyValueForm;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.renderer.RasterImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages with Qwen2.5-VL, asked for QwenVL HTML or for key values. For one thread at a time.
 */
public final class QwenPageModel implements PageModel {
  private static final int MIN_PIXELS = 4 * 28 * 28;

  /** As the cookbook of the family asks. */
  private static final String KEYS_INSTRUCTION = "Extract the key-value information in the format:";

  /**
   * Each at one size or at several. More take memory for their pixels and their cache, and gain
   * little.
   */
  private static final int PIECES_TOGETHER = 8;

  /** Boxes are in pixels of the picture that the model sees. */
  private static final PixelText BOXES =
      new PixelText() {
        @Override
        public boolean isInPixels(CharSequence answer, String next) {
          return BoxNumbers.goOn(answer, next);
        }

        @Override
        public String converted(String text, boolean whole, ImageSize from, ImageSize to) {
          return BoxNumbers.scaled(text, whole, size(from), size(to));
        }
      };

  private final QwenModel model;
  private final Settings settings;
  private final GenerationOptions generation;
  private final Asker asker;

  /** What answers questions, as {@link QwenModel#askJointly} does. */
  interface Asker {
    List<List<Answer>> ask(
        List<List<Question>> groups,
        GenerationOptions options,
        TokenListener listener,
        AnswerStop stop,
        PixelText pixels)
        throws ModelException;
  }

  /**
   * How pages are put to the model.
   *
   * @param system text of the system turn
   * @param instruction what is asked, before the page; the trailing space of the default belongs to
   *     what the model was trained with
   * @param maxTokens tokens that an answer may have, for a page or for each of its pieces
   * @param maxPixels pixels of a page that the model sees; 0 leaves that to the checkpoint
   * @param pieces what pages are cut into; null for a model that reads them whole
   * @param keysFromText whether key values are asked of the text that was read, in a form of which
   *     the program writes the JSON and the model copies the values, and not of the pictures
   */
  public record Settings(
      String system,
      String instruction,
      int maxTokens,
      int maxPixels,
      @Nullable PieceShape pieces,
      boolean keysFromText) {
    public static final Settings DEFAULTS =
        new Settings("You are a helpful assistant.", "QwenVL HTML ", 8192, 0, null, false);

    public Settings {
      if (maxTokens < 1) {
        throw new IllegalArgumentException("maxTokens (" + maxTokens + ") is less than 1");
      }
      if (maxPixels != 0 && maxPixels < MIN_PIXELS) {
        throw new IllegalArgumentException(
            "maxPixels (" + maxPixels + ") is less than " + MIN_PIXELS);
      }
    }

    public Settings withMaxTokens(int limit) {
      return new Settings(system, instruction, limit, maxPixels, pieces, keysFromText);
    }

    public Settings withMaxPixels(int limit) {
      return new Settings(system, instruction, maxTokens, limit, pieces, keysFromText);
    }

    public Settings withPieces(@Nullable PieceShape shape) {
      return new Settings(system, instruction, maxTokens, maxPixels, shape, keysFromText);
    }

    /** The same asking for key values of text alone. */
    public Settings withKeysFromText() {
      return new Settings(system, instruction, maxTokens, maxPixels, pieces, true);
    }
  }

  private QwenPageModel(QwenModel model, Settings settings, Asker asker) {
    this.model = model;
    this.settings = settings;
    this.asker = asker;
    this.generation = model.defaults().withMaxTokens(settings.maxTokens());
  }

  /**
   * Loads a converted model; whoever does closes it.
   *
   * @throws ParseException with the model's own code if it is not whole or does not fit
   */
  public static QwenPageModel load(Path folder, Settings settings) throws ParseException {
    try {
      QwenModel model = QwenModel.load(folder, RuntimeOptions.DEFAULTS);
      QwenModel limited = limited(model, settings.maxPixels());
      return new QwenPageModel(limited, settings, limited::askJointly);
    } catch (ModelException e) {
      throw translated(e);
    }
  }

  /** The same with other answers. */
  QwenPageModel asking(Asker other) {
    return new QwenPageModel(model, settings, other);
  }

  private static QwenModel limited(QwenModel model, int maxPixels) {
    return maxPixels == 0
        ? model
        : model.withPixelLimits(Math.min(model.imageLimits().minPixels(), maxPixels), maxPixels);
  }

  /** Name, device and arithmetic, for people. */
  public String description() {
    return "%s on %s, %s arithmetic"
        .formatted(
            model.loaded().manifest().name(),
            model.loaded().device().name(),
            arithmetic(ModelGraph.DECODE));
  }

  @Override
  public ModelIdentity identity() {
    Manifest manifest = model.loaded().manifest();
    Map<String, Object> asked = new TreeMap<>();
    asked.put("system", settings.system());
    asked.put("instruction", settings.instruction());
    asked.put("keysInstruction", KEYS_INSTRUCTION);
    asked.put("maxTokens", generation.maxTokens());
    asked.put("maxPixels", model.imageLimits().maxPixels());
    pieces().ifPresent(shape -> asked.put("pieces", shape.text()));
    if (settings.keysFromText()) {
      asked.put("keysFrom", "text");
    }
    asked.put("temperature", generation.temperature());
    asked.put("topK", generation.topK());
    asked.put("topP", generation.topP());
    asked.put("repetitionPenalty", generation.repetitionPenalty());
    asked.put("seed", generation.seed());
    asked.put("promptArithmetic", arithmetic(ModelGraph.PREFILL));
    asked.put("answerArithmetic", arithmetic(ModelGraph.DECODE));
    return new ModelIdentity(manifest.name(), manifest.fingerprint(), asked);
  }

  @Override
  public Optional<PieceShape> pieces() {
    return Optional.ofNullable(settings.pieces());
  }

  @Override
  public List<PageAnswer> readViews(List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException {
    return ask(settings.instruction(), pictures, tokenCount);
  }

  @Override
  public List<KeyValueAnswer> extract(ReadPage page, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    String instruction = KEYS_INSTRUCTION + keys.json();
    if (!settings.keysFromText()) {
      return ask(instruction, page.pictures().stream().map(List::of).toList(), tokenCount).stream()
          .map(KeyValueAnswer::of)
          .toList();
    }
    return page.text().isEmpty()
        ? List.of()
        : List.of(extractFromText(instruction, page.text(), keys, tokenCount));
  }

  private KeyValueAnswer extractFromText(
      String instruction, String text, KeyTemplate keys, IntConsumer tokenCount)
      throws ParseException {
    Question question =
        new Question(settings.system(), List.of(new Question.Text(instruction + "\n\n" + text)));
    try {
      Answer answer =
          model.askInForm(
              question,
              KeyValueForm.of(keys, text),
              KeyValueForm.source(text),
              generation,
              counting(tokenCount));
      Generation tokens = answer.generation();
      return new KeyValueAnswer(
          answer.text(), end(tokens), tokens.promptTokens(), tokens.ids().length);
    } catch (ModelException e) {
      throw translated(e);
    }
  }

  /** A step of the decoder for several pictures takes less than one for each of them. */
  private List<PageAnswer> ask(
      String instruction, List<List<RasterImage>> pictures, IntConsumer tokenCount)
      throws ParseException {
    TokenListener counter = counting(tokenCount);
    List<PageAnswer> answers = new ArrayList<>();
    for (int from = 0; from < pictures.size(); from += PIECES_TOGETHER) {
      int to = Math.min(pictures.size(), from + PIECES_TOGETHER);
      answers.addAll(askTogether(instruction, pictures.subList(from, to), counter));
    }
    return answers;
  }

  private static TokenListener counting(IntConsumer tokenCount) {
    AtomicInteger count = new AtomicInteger();
    return (sequence, index, id) -> tokenCount.accept(count.incrementAndGet());
  }

  private List<PageAnswer> askTogether(
      String instruction, List<List<RasterImage>> pictures, TokenListener listener)
      throws ParseException {
    List<List<Question>> groups =
        pictures.stream()
            .map(sizes -> sizes.stream().map(size -> question(instruction, size)).toList())
            .toList();
    List<LoopDetector> loops = pictures.stream().map(picture -> new LoopDetector()).toList();
    try {
      List<List<Answer>> answers =
          asker.ask(
              groups,
              generation,
              listener,
              (picture, text) -> loops.get(picture).accept(text),
              BOXES);
      return IntStream.range(0, answers.size())
          .mapToObj(i -> answer(answers.get(i), loops.get(i)))
          .toList();
    } catch (ModelException e) {
      throw translated(e);
    }
  }

  private Question question(String instruction, RasterImage picture) {
    RgbImage image = new RgbImage(picture.width(), picture.height(), picture.rgb());
    return new Question(
        settings.system(), List.of(new Question.Text(instruction), new Question.Image(image)));
  }

  /** The answer of the first view, for which the prompts of all of them were read. */
  private static PageAnswer answer(List<Answer> views, LoopDetector loop) {
    Answer answer = views.get(0);
    Generation tokens = answer.generation();
    End end = end(tokens);
    return new PageAnswer(
        end == End.LOOP ? answer.text().substring(0, loop.kept()) : answer.text(),
        size(answer.seen().get(0)),
        end,
        views.stream().mapToInt(view -> view.generation().promptTokens()).sum(),
        tokens.ids().length,
        tokens.meanLogProbability(),
        new TokenConfidence(answer.ends(), tokens.logProbabilities()));
  }

  private static PageSize size(ImageSize seen) {
    return new PageSize(seen.width(), seen.height());
  }

  private static End end(Generation tokens) {
    return switch (tokens.finish()) {
      case END_TOKEN -> End.WHOLE;
      case TOKEN_LIMIT -> End.TOKEN_LIMIT;
      case STOPPED -> End.LOOP;
    };
  }

  private String arithmetic(String signature) {
    return model.loaded().arithmetic(signature).name().toLowerCase(Locale.ROOT);
  }

  private static ParseException translated(ModelException e) {
    Kind kind = e.code() == ModelException.Code.IMAGE_UNSUPPORTED ? Kind.BAD_INPUT : Kind.MODEL;
    return new ParseException(e.code().name(), kind, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() {
    model.close();
  }
}

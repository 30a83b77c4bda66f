package io.scriptorium.modelruntime;

import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.generation.GenerationDefaults;
import io.scriptorium.modelruntime.generation.GenerationOptions;
import io.scriptorium.modelruntime.generation.Generator;
import io.scriptorium.modelruntime.generation.Network;
import io.scriptorium.modelruntime.generation.Prompt;
import io.scriptorium.modelruntime.generation.TokenListener;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.ImageProcessor;
import io.scriptorium.modelruntime.preprocess.ImageSize;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import io.scriptorium.modelruntime.preprocess.PreprocessorConfig;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.RuntimeOptions;
import io.scriptorium.modelruntime.tokenizer.ChatPrompt;
import io.scriptorium.modelruntime.tokenizer.StreamDecoder;
import io.scriptorium.modelruntime.tokenizer.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Qwen2.5-VL model that answers questions about images and videos.
 *
 * <pre>{@code
 * try (QwenModel model = QwenModel.load(folder, RuntimeOptions.DEFAULTS)) {
 *   Question question =
 *       new Question(system, List.of(new Text("QwenVL HTML "), new Image(page)));
 *   Answer answer = model.ask(question, model.defaults(), TokenListener.SILENT);
 * }
 * }</pre>
 *
 * <p>Questions may come from many threads; each needs memory for its pixels and its cache. Whoever
 * loads a model closes it, when no question is under way.
 */
public final class QwenModel implements AutoCloseable {
  private final LoadedModel model;
  private final ImageProcessor images;
  private final Tokenizer tokenizer;
  private final Generator generator;
  private final GenerationOptions defaults;

  private QwenModel(
      LoadedModel model, ImageProcessor images, Tokenizer tokenizer, GenerationOptions defaults) {
    this.model = model;
    this.images = images;
    this.tokenizer = tokenizer;
    this.generator = new Generator(new Network(model), tokenizer.vocabularySize());
    this.defaults = defaults;
  }

  /**
   * Loads a converted model.
   *
   * @throws ModelException naming the file that is missing, damaged or does not fit the others
   */
  public static QwenModel load(Path folder, RuntimeOptions options) throws ModelException {
    LoadedModel model = LoadedModel.load(folder, options);
    try {
      Path checked = model.folder();
      Tokenizer tokenizer = Tokenizer.read(checked);
      ImageProcessor images = ImageProcessor.read(checked);
      GenerationOptions defaults = GenerationDefaults.read(checked);
      requireFit(model.config(), tokenizer, images);
      return new QwenModel(model, images, tokenizer, defaults);
    } catch (ModelException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static void requireFit(ModelConfig config, Tokenizer tokenizer, ImageProcessor images)
      throws ModelException {
    if (tokenizer.vocabularySize() > config.text().vocabSize()) {
      throw new ModelException(
          Code.TOKENIZER_INVALID,
          "the tokenizer has ids up to %d, the embedding %d rows"
              .formatted(tokenizer.vocabularySize() - 1, config.text().vocabSize()));
    }
    // Throws if a control token is missing or has another id than config.json says.
    ChatPrompt.builder(tokenizer, config.tokens().image(), config.tokens().video());
    String cut =
        patches(
            images.config().patchSize(),
            images.config().temporalPatchSize(),
            images.config().mergeSize());
    String wanted =
        patches(
            config.vision().patchSize(),
            config.vision().temporalPatchSize(),
            config.vision().spatialMergeSize());
    if (!cut.equals(wanted)) {
      throw new ModelException(
          Code.PREPROCESSOR_INVALID,
          "preprocessor_config.json cuts " + cut + ", config.json wants " + wanted);
    }
  }

  private static String patches(int pixels, int frames, int merge) {
    return "patches of %d pixels and %d frames, merged by %d".formatted(pixels, frames, merge);
  }

  /** Generation as the checkpoint's own generation_config.json suggests it. */
  public GenerationOptions defaults() {
    return defaults;
  }

  /** The model below, for its manifest, device and dimensions. */
  public LoadedModel loaded() {
    return model;
  }

  /** How images are resized and cut. */
  public PreprocessorConfig imageLimits() {
    return images.config();
  }

  /** The same model taking images of other areas; close only one of the two. */
  public QwenModel withPixelLimits(int minPixels, int maxPixels) {
    return new QwenModel(model, images.withPixelLimits(minPixels, maxPixels), tokenizer, defaults);
  }

  /**
   * Answers one question.
   *
   * @throws ModelException {@code IMAGE_UNSUPPORTED} for an image that is too thin, {@code
   *     PROMPT_TOO_LONG}, {@code MODEL_BAD_NUMBERS}, {@code MODEL_FAILED}
   */
  public Answer ask(Question question, GenerationOptions options, TokenListener listener)
      throws ModelException {
    return ask(List.of(question), options, listener).get(0);
  }

  /** Answers questions together; no answer depends on the others. */
  public List<Answer> ask(
      List<Question> questions, GenerationOptions options, TokenListener listener)
      throws ModelException {
    return ask(questions, options, listener, AnswerStop.NEVER);
  }

  /** Answers questions together, each until the model, the limit or its text ends the answer. */
  public List<Answer> ask(
      List<Question> questions, GenerationOptions options, TokenListener listener, AnswerStop stop)
      throws ModelException {
    List<List<Question>> groups = questions.stream().map(List::of).toList();
    return askJointly(groups, options, listener, stop, PixelText.NONE).stream()
        .map(views -> views.get(0))
        .toList();
  }

  /**
   * Answers groups of questions that show the same picture at several sizes, each group with one
   * answer, for which its views agree on each token but those in pixels.
   *
   * @param groups of questions; each has one view or more, and each view of several one picture
   * @param listener told of the tokens of the first view of each group
   * @param stop told of the text of the first view of each group
   * @param pixels what only the first view chooses, and what that is in the others
   * @return for each group the answer of each of its views; they differ in what is in pixels alone
   */
  public List<List<Answer>> askJointly(
      List<List<Question>> groups,
      GenerationOptions options,
      TokenListener listener,
      AnswerStop stop,
      PixelText pixels)
      throws ModelException {
    List<List<Prompt>> prompts = new ArrayList<>();
    List<List<ImageSize>> sizes = new ArrayList<>();
    for (List<Question> views : groups) {
      List<Prompt> group = new ArrayList<>();
      for (Question view : views) {
        Prompt prompt = prompt(view);
        if (views.size() > 1 && prompt.pixels().size() != 1) {
          throw new IllegalArgumentException(
              "a view has " + prompt.pixels().size() + " pictures and not one");
        }
        group.add(prompt);
      }
      prompts.add(group);
      sizes.add(group.stream().flatMap(view -> seen(view).stream()).toList());
    }
    List<StreamDecoder> decoders =
        groups.stream().map(views -> tokenizer.streamDecoder(true)).toList();
    List<List<Generation>> generations =
        generator.generateJointly(
            prompts,
            options,
            listener,
            (group, id) -> stop.stopsAfter(group, decoders.get(group).accept(id)),
            new PixelTokens(tokenizer, sizes, pixels));
    List<List<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      List<Answer> group = new ArrayList<>();
      for (int view = 0; view < prompts.get(i).size(); view++) {
        group.add(answer(generations.get(i).get(view), seen(prompts.get(i).get(view))));
      }
      answers.add(group);
    }
    return answers;
  }

  /**
   * Answers a question in a form. Where the first record of a list has taken a cell of its row
   * twice, and is more probable with other cells, the answer is begun again with them, a few times
   * at most.
   *
   * @param source what the excerpts of the form are copied from
   * @param listener told of the tokens of each beginning; the answer has those of the last one
   */
  public Answer askInForm(
      Question question,
      AnswerForm form,
      String source,
      GenerationOptions options,
      TokenListener listener)
      throws ModelException {
    Prompt prompt = prompt(question);
    List<Integer> endTokens = model.config().tokens().endOfText();
    FirstRecords firsts = FirstRecords.UNKNOWN;
    while (true) {
      FormedAnswer chooser = new FormedAnswer(tokenizer, form, source, endTokens, firsts);
      Generation generation = generator.generate(prompt, options, listener, chooser);
      Optional<FirstRecords> better = chooser.better();
      if (better.isEmpty()) {
        return answer(generation, seen(prompt));
      }
      firsts = better.get();
    }
  }

  private static List<ImageSize> seen(Prompt prompt) {
    return prompt.pixels().stream()
        .map(pixels -> new ImageSize(pixels.width(), pixels.height()))
        .toList();
  }

  private Answer answer(Generation generation, List<ImageSize> seen) {
    StreamDecoder decoder = tokenizer.streamDecoder(true);
    StringBuilder text = new StringBuilder();
    int[] ends = new int[generation.ids().length];
    for (int i = 0; i < ends.length; i++) {
      text.append(decoder.accept(generation.ids()[i]));
      ends[i] = text.length();
    }
    text.append(decoder.finish());
    return new Answer(text.toString(), ends, generation, seen);
  }

  private Prompt prompt(Question question) throws ModelException {
    ModelConfig config = model.config();
    ChatPrompt.Builder chat =
        ChatPrompt.builder(tokenizer, config.tokens().image(), config.tokens().video())
            .system(question.system())
            .maxTokens(config.text().maxPositions());
    List<VisualInput> visuals = new ArrayList<>();
    List<PixelPatches> pixels = new ArrayList<>();
    for (Question.Part part : question.parts()) {
      if (part instanceof Question.Text text) {
        chat.text(text.text());
      } else if (part instanceof Question.Image image) {
        PixelPatches patches = images.process(image.image());
        chat.image(patches.grid().tokens(config.vision().spatialMergeSize()));
        visuals.add(VisualInput.image(patches.grid()));
        pixels.add(patches);
      } else if (part instanceof Question.Video video) {
        PixelPatches patches = images.processVideo(video.frames());
        chat.video(patches.grid().tokens(config.vision().spatialMergeSize()));
        float secondsPerGrid =
            (float) (config.vision().temporalPatchSize() / video.framesPerSecond());
        visuals.add(VisualInput.video(patches.grid(), secondsPerGrid));
        pixels.add(patches);
      }
    }
    return new Prompt(chat.build(), visuals, pixels);
  }

  @Override
  public void close() {
    model.close();
  }
}

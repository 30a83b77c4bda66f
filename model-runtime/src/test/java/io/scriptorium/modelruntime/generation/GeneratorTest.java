package io.scriptorium.modelruntime.generation;

import static io.scriptorium.modelruntime.generation.PromptBuilder.aPrompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.generation.Generation.Finish;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.Grid;
import io.scriptorium.modelruntime.savedmodel.CheckpointCopy;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.TestModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  private static final GenerationOptions GREEDY = GenerationOptions.GREEDY.withMaxTokens(12);
  private static final int SHORT_MODEL_POSITIONS = 12;

  @TempDir static Path folder;
  private static LoadedModel model;
  private static ModelConfig config;
  private static Generator generator;

  @BeforeAll
  static void load() throws Exception {
    Path checkpoint = TestModels.randomCheckpoint(folder.resolve("checkpoint"), Dtype.F32);
    Path converted = TestModels.convert(checkpoint, folder.resolve("model"));
    model = LoadedModel.load(converted, TestModels.FLOAT32);
    config = model.config();
    generator = new Generator(new Network(model), Integer.MAX_VALUE);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Nested
  class Batches {
    private final List<Prompt> prompts =
        List.of(
            aPrompt(config).text(1, 2, 3).build(),
            aPrompt(config).text(4).image(10, 6).text(5, 6, 7).build(),
            aPrompt(config).image(2, 2).text(8).image(20, 12).build(),
            aPrompt(config).text(9, 9).video(3, 4, 6).text(10).build(),
            aPrompt(config).text(11).build());

    @Test
    void answerEachPromptAsItIsAnsweredAlone() throws Exception {
      assertSameAloneAndTogether(GREEDY);
    }

    @Test
    void drawTheSameTokensForEachPromptAsAlone() throws Exception {
      assertSameAloneAndTogether(new GenerationOptions(12, 0.8, 50, 0.9, 1.05, 3));
    }

    @Test
    void answerTheSameOnManyThreadsAtATime() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(prompts.size());
      try {
        List<Future<Generation>> parallel = new ArrayList<>();
        for (Prompt prompt : prompts) {
          parallel.add(
              threads.submit(() -> generator.generate(prompt, GREEDY, TokenListener.SILENT)));
        }
        List<Generation> together = generator.generate(prompts, GREEDY, TokenListener.SILENT);

        for (int i = 0; i < prompts.size(); i++) {
          assertThat(parallel.get(i).get().ids()).isEqualTo(together.get(i).ids());
        }
      } finally {
        threads.shutdownNow();
      }
    }

    @Test
    void tellOfEachTokenInOrder() throws Exception {
      List<List<Integer>> heard = new ArrayList<>();
      prompts.forEach(prompt -> heard.add(new ArrayList<>()));

      List<Generation> answers =
          generator.generate(
              prompts,
              GREEDY,
              (sequence, index, id) -> {
                assertThat(index).isEqualTo(heard.get(sequence).size());
                heard.get(sequence).add(id);
              });

      for (int i = 0; i < prompts.size(); i++) {
        assertThat(heard.get(i)).containsExactlyElementsOf(ids(answers.get(i)));
      }
    }

    @Test
    void needAPrompt() {
      assertThatThrownBy(() -> generator.generate(List.of(), GREEDY, TokenListener.SILENT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no prompt to answer");
    }

    private void assertSameAloneAndTogether(GenerationOptions options) throws Exception {
      List<Generation> together = generator.generate(prompts, options, TokenListener.SILENT);

      assertThat(together).hasSameSizeAs(prompts);
      for (int i = 0; i < prompts.size(); i++) {
        Generation alone = generator.generate(prompts.get(i), options, TokenListener.SILENT);
        assertThat(together.get(i).ids()).isEqualTo(alone.ids());
        assertThat(together.get(i).logProbabilities())
            .containsExactly(alone.logProbabilities(), within(1e-4f));
        assertThat(together.get(i).promptTokens()).isEqualTo(prompts.get(i).ids().length);
      }
    }
  }

  @Nested
  class Views {
    private final Prompt one = aPrompt(config).text(1, 2).image(6, 4).text(3).build();
    private final Prompt other = aPrompt(config).text(1, 2).image(8, 6).text(3).build();
    private final Prompt third = aPrompt(config).text(4, 2).image(2, 2).build();

    @Test
    void thatAreTheSameAreAnsweredAsOne() throws Exception {
      Generation alone = generator.generate(one, GREEDY, TokenListener.SILENT);

      assertThat(together(List.of(List.of(one, one))).get(0))
          .hasSize(2)
          .allSatisfy(view -> assertThat(view.ids()).isEqualTo(alone.ids()));
    }

    @Test
    void chooseEachTokenByTheMeanOfTheirLogarithms() throws Exception {
      List<List<Prompt>> groups = List.of(List.of(one, other, third), List.of(third, one));
      List<List<Generation>> answers = together(groups);

      assertThat(answers).hasSameSizeAs(groups);
      for (int i = 0; i < groups.size(); i++) {
        assertThat(answers.get(i)).hasSameSizeAs(groups.get(i));
        assertChosenByAll(groups.get(i), answers.get(i), 0);
      }
    }

    @Test
    void waitForEachOtherWhereTheyDiffer() throws Exception {
      List<Prompt> views = List.of(one, other, third);
      List<Integer> heard = new ArrayList<>();
      Differing own = new Differing(2, List.of(List.of(), List.of(7, 8, 9, 10), List.of(11)));

      List<Generation> answers =
          generator
              .generateJointly(
                  List.of(views), GREEDY, (answer, index, id) -> heard.add(id), StopRule.NEVER, own)
              .get(0);

      assertThat(heard).containsExactlyElementsOf(ids(answers.get(0)));
      assertThat(ids(answers.get(1))).startsWith(7, 8, 9, 10);
      assertThat(ids(answers.get(2))).startsWith(11);
      // The second view has two more tokens of its own than the first, and the same limit.
      assertThat(answers).extracting(answer -> answer.ids().length).containsExactly(10, 12, 9);
      assertThat(answers).extracting(Generation::finish).containsOnly(Finish.TOKEN_LIMIT);
      assertChosenByAll(views, answers, 2, 4, 1);
    }

    @Test
    void endWhereARuleSaysSoOfTheFirst() throws Exception {
      List<List<Generation>> answers =
          generator.generateJointly(
              List.of(List.of(one, other), List.of(third)),
              GREEDY,
              TokenListener.SILENT,
              (answer, id) -> answer == 0,
              OwnTokens.NONE);

      assertThat(answers.get(0))
          .allSatisfy(view -> assertThat(view.finish()).isEqualTo(Finish.STOPPED))
          .allSatisfy(view -> assertThat(view.ids()).hasSize(1));
      assertThat(answers.get(1).get(0).ids())
          .isEqualTo(generator.generate(third, GREEDY, TokenListener.SILENT).ids());
    }

    @Test
    void areOneAtLeast() {
      assertThatThrownBy(() -> together(List.of(List.of(one), List.of())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no prompt to answer");
    }

    private List<List<Generation>> together(List<List<Prompt>> groups) throws ModelException {
      return generator.generateJointly(
          groups, GREEDY, TokenListener.SILENT, StopRule.NEVER, OwnTokens.NONE);
    }

    /**
     * That each token is what a prefill of the whole answer to each view makes the most probable.
     *
     * @param own how many tokens of its own each view begins with; the last holds for all others
     */
    private void assertChosenByAll(List<Prompt> views, List<Generation> answers, int... own)
        throws Exception {
      int shared = answers.get(0).ids().length - own[0];
      double[][] means = new double[shared][config.text().vocabSize()];
      for (int view = 0; view < views.size(); view++) {
        int first = own[Math.min(view, own.length - 1)];
        Prompt prompt = views.get(view);
        int[] answer = answers.get(view).ids();
        assertThat(Arrays.copyOfRange(answer, first, answer.length))
            .isEqualTo(
                Arrays.copyOfRange(answers.get(0).ids(), own[0], answers.get(0).ids().length));
        float[] logits = generator.trace(extended(prompt, answer)).logits();
        for (int i = 0; i < shared; i++) {
          float[] row = row(logits, prompt.ids().length - 1 + first + i);
          for (int id = 0; id < row.length; id++) {
            means[i][id] += logProbability(row, id) / views.size();
          }
        }
      }
      for (int i = 0; i < shared; i++) {
        double chosen = means[i][answers.get(0).ids()[own[0] + i]];
        assertThat(chosen).isCloseTo(Arrays.stream(means[i]).max().orElseThrow(), within(1e-4));
        double sum = Arrays.stream(means[i]).map(Math::exp).sum();
        for (Generation answer : answers) {
          int at = answer.ids().length - shared + i;
          assertThat((double) answer.logProbabilities()[at])
              .isCloseTo(chosen - Math.log(sum), within(1e-4));
        }
      }
    }
  }

  /** The first view begins with so many tokens of its own, the others with what is given. */
  private record Differing(int first, List<List<Integer>> others, AtomicInteger emitted)
      implements OwnTokens {
    Differing(int first, List<List<Integer>> others) {
      this(first, others, new AtomicInteger());
    }

    @Override
    public boolean isOwn(int answer, int id) {
      return emitted.get() < first;
    }

    @Override
    public int[] elsewhere(int answer, int view, boolean whole) {
      return whole && emitted.get() == first
          ? others.get(view).stream().mapToInt(Integer::intValue).toArray()
          : new int[0];
    }

    @Override
    public void emitted(int answer, int id) {
      emitted.incrementAndGet();
    }
  }

  @Nested
  class LogProbabilities {
    private final Prompt prompt = aPrompt(config).text(1, 2).image(6, 4).text(3).build();

    @Test
    void areThoseOfThePrefillOfTheWholeAnswer() throws Exception {
      int tokens = 2 * KeyValueCache.TAIL_ROWS + 10;
      Generation answer =
          generator.generate(
              prompt, new GenerationOptions(tokens, 1, 0, 1, 1, 5), TokenListener.SILENT);
      assertThat(answer.finish()).isEqualTo(Finish.TOKEN_LIMIT);

      float[] logits = generator.trace(extended(prompt, answer.ids())).logits();

      for (int i = 0; i < tokens; i++) {
        assertThat(answer.logProbabilities()[i])
            .isCloseTo(
                logProbability(row(logits, prompt.ids().length - 1 + i), answer.ids()[i]),
                within(1e-4f));
      }
    }

    @Test
    void areTheModelsOwnWhateverThePenaltyTemperatureAndCuts() throws Exception {
      // With three tokens to choose from, those that are penalised are chosen again.
      Generator three = new Generator(new Network(model), 3);
      GenerationOptions sharp = new GenerationOptions(12, 0.2, 2, 0.9, 1.9, 5);
      Generation answer = three.generate(prompt, sharp, TokenListener.SILENT);

      float[] logits = generator.trace(extended(prompt, answer.ids())).logits();

      for (int i = 0; i < answer.ids().length; i++) {
        assertThat(answer.logProbabilities()[i])
            .isCloseTo(
                logProbability(row(logits, prompt.ids().length - 1 + i), answer.ids()[i]),
                within(1e-4f));
      }
    }
  }

  @Nested
  class Draws {
    private final Prompt prompt = aPrompt(config).text(1, 2, 3).build();

    @Test
    void areRepeatedWithTheSameSeed() throws Exception {
      assertThat(drawn(generator, 1)).isEqualTo(drawn(generator, 1));
    }

    @Test
    void differWithAnotherSeed() throws Exception {
      assertThat(drawn(generator, 1)).isNotEqualTo(drawn(generator, 2));
    }

    @Test
    void stayAmongTheTokensOfTheTokenizer() throws Exception {
      Generator five = new Generator(new Network(model), 5);

      assertThat(drawn(five, 1)).allMatch(id -> id < 5);
    }

    private List<Integer> drawn(Generator from, long seed) throws ModelException {
      GenerationOptions hot = new GenerationOptions(30, 5, 0, 1, 1, seed);
      return ids(from.generate(prompt, hot, TokenListener.SILENT));
    }
  }

  /** With a model that takes few positions, and for which a token that it likes ends the answer. */
  @Nested
  class Ends {
    private static LoadedModel shortModel;
    private static Generator shortGenerator;

    @BeforeAll
    static void loadAShortModel() throws Exception {
      Path source = TestModels.newStyle().resolve("checkpoint");
      Path copy =
          CheckpointCopy.of(source, folder.resolve("short-checkpoint"))
              .edit("generation_config.json", json -> json.put("eos_token_id", 12))
              .edit(
                  "config.json",
                  json ->
                      json.withObject("/text_config")
                          .put("max_position_embeddings", SHORT_MODEL_POSITIONS))
              .folder();
      Path converted = TestModels.convert(copy, folder.resolve("short-model"));
      shortModel = LoadedModel.load(converted, TestModels.FLOAT32);
      shortGenerator = new Generator(new Network(shortModel), Integer.MAX_VALUE);
    }

    @AfterAll
    static void close() {
      shortModel.close();
    }

    private final Prompt ending = text(3, 1, 4, 1, 5, 9, 2, 6);
    private final Prompt endless = text(3, 1, 4, 1, 5, 9);

    @Test
    void atAnEndToken() throws Exception {
      Generation answer = shortGenerator.generate(ending, GREEDY, TokenListener.SILENT);

      assertThat(answer.ids()).containsExactly(143, 94, 12);
      assertThat(answer.logProbabilities()).hasSize(3);
      assertThat(answer.finish()).isEqualTo(Finish.END_TOKEN);
    }

    @Test
    void atTheTokenLimit() throws Exception {
      Generation answer =
          shortGenerator.generate(ending, GREEDY.withMaxTokens(2), TokenListener.SILENT);

      assertThat(answer.ids()).containsExactly(143, 94);
      assertThat(answer.finish()).isEqualTo(Finish.TOKEN_LIMIT);
    }

    @Test
    void atAnEndTokenThatIsTheLastTheLimitAllows() throws Exception {
      Generation answer =
          shortGenerator.generate(ending, GREEDY.withMaxTokens(3), TokenListener.SILENT);

      assertThat(answer.finish()).isEqualTo(Finish.END_TOKEN);
    }

    @Test
    void whereARuleSaysSoWhileOthersOfTheBatchGoOn() throws Exception {
      List<Generation> together =
          shortGenerator.generate(
              List.of(endless, endless),
              GREEDY.withMaxTokens(4),
              TokenListener.SILENT,
              (sequence, id) -> sequence == 0);

      assertThat(together.get(0).ids()).hasSize(1);
      assertThat(together.get(0).finish()).isEqualTo(Finish.STOPPED);
      assertThat(together.get(1).ids()).hasSize(4).startsWith(together.get(0).ids());
      assertThat(together.get(1).finish()).isEqualTo(Finish.TOKEN_LIMIT);
    }

    @Test
    void whereTheModelHasNoMorePositions() throws Exception {
      Generation answer = shortGenerator.generate(endless, GREEDY, TokenListener.SILENT);

      assertThat(answer.promptTokens() + answer.ids().length).isEqualTo(SHORT_MODEL_POSITIONS);
      assertThat(answer.finish()).isEqualTo(Finish.TOKEN_LIMIT);
    }

    @Test
    void atDifferentTimesInOneBatch() throws Exception {
      List<Generation> answers =
          shortGenerator.generate(List.of(ending, endless), GREEDY, TokenListener.SILENT);
      Generation alone = shortGenerator.generate(endless, GREEDY, TokenListener.SILENT);

      assertThat(answers.get(0).ids()).containsExactly(143, 94, 12);
      assertThat(answers.get(1).ids()).isEqualTo(alone.ids());
    }

    @Test
    void beforeTheyBeginWhenAPromptTakesAllPositions() {
      Prompt whole = text(IntStream.range(0, SHORT_MODEL_POSITIONS).toArray());

      assertRefused(
          () -> shortGenerator.generate(List.of(ending, whole), GREEDY, TokenListener.SILENT),
          Code.PROMPT_TOO_LONG,
          "the prompt has 12 tokens, the model takes 12 with its answer");
    }

    @Test
    void whenTheListenerHasHeardEnough() {
      TokenListener impatient =
          (sequence, index, id) -> {
            if (index == 1) {
              throw new IllegalStateException("enough");
            }
          };

      assertThatThrownBy(() -> shortGenerator.generate(endless, GREEDY, impatient))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("enough");
    }

    private Prompt text(int... ids) {
      return aPrompt(shortModel.config()).text(ids).build();
    }
  }

  @Nested
  class Refusals {
    @Test
    void nameAPromptWithoutRoomForItsImage() {
      Prompt image = aPrompt(config).image(4, 4).build();
      Prompt cut =
          new Prompt(
              Arrays.copyOf(image.ids(), image.ids().length - 2), image.visuals(), image.pixels());

      assertRefused(
          () -> generator.generate(cut, GREEDY, TokenListener.SILENT),
          Code.PROMPT_INVALID,
          "takes 4 tokens, the prompt has 3 of its kind at row 1");
    }

    @Test
    void nameATokenThatTheModelDoesNotHave() {
      assertRefused(
          () ->
              generator.generate(
                  aPrompt(config).text(1, 512).build(), GREEDY, TokenListener.SILENT),
          Code.PROMPT_INVALID,
          "token 512 at row 1 is outside the vocabulary of 512");
    }

    @Test
    void namePixelsOfAnotherGridThanTheirImage() {
      assertThatThrownBy(
              () ->
                  new Prompt(
                      new int[] {1},
                      List.of(VisualInput.image(new Grid(1, 2, 4))),
                      List.of(PromptBuilder.noise(config, new Grid(1, 4, 2), 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("visual 1 has")
          .hasMessageContaining("h=4, w=2");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void nameAModelWhoseNumbersAreBroken(float number, @TempDir Path own) throws Exception {
      Path source = TestModels.newStyle().resolve("checkpoint");
      Path copy =
          CheckpointCopy.of(source, own.resolve("checkpoint"))
              .put("model.safetensors", "model.language_model.norm.weight", 5, number)
              .folder();
      Path converted = TestModels.convert(copy, own.resolve("model"));

      try (LoadedModel broken = LoadedModel.load(converted, TestModels.FLOAT32)) {
        Generator ofBroken = new Generator(new Network(broken), Integer.MAX_VALUE);
        Prompt prompt = aPrompt(broken.config()).text(1, 2).build();
        assertRefused(
            () -> ofBroken.generate(prompt, GREEDY, TokenListener.SILENT),
            Code.MODEL_BAD_NUMBERS,
            "its weights are broken");
      }
    }
  }

  @Nested
  class Bfloat16 {
    @Test
    void staysNearFloat32(@TempDir Path own) throws Exception {
      Path checkpoint = TestModels.oldStyle().resolve("checkpoint");
      Path converted = TestModels.convert(checkpoint, own.resolve("model"));

      try (LoadedModel exact = LoadedModel.load(converted, TestModels.FLOAT32);
          LoadedModel rounded = LoadedModel.load(converted, TestModels.BFLOAT16)) {
        Prompt prompt = aPrompt(exact.config()).text(1).image(10, 6).text(2).video(2, 4, 4).build();
        Generator.Trace wanted = new Generator(new Network(exact), 200).trace(prompt);
        Generator.Trace found = new Generator(new Network(rounded), 200).trace(prompt);

        assertNear(found.features(), wanted.features());
        assertNear(found.logits(), wanted.logits());
        assertThat(found.features()).as("computed otherwise").isNotEqualTo(wanted.features());
      }
    }

    private void assertNear(float[] found, float[] wanted) {
      double error = 0;
      double size = 0;
      for (int i = 0; i < wanted.length; i++) {
        error += Math.pow((double) found[i] - wanted[i], 2);
        size += Math.pow(wanted[i], 2);
      }
      assertThat(Math.sqrt(error / size)).isLessThan(0.05);
    }
  }

  private static List<Integer> ids(Generation answer) {
    return Arrays.stream(answer.ids()).boxed().toList();
  }

  private static Prompt extended(Prompt prompt, int[] answer) {
    int[] ids = Arrays.copyOf(prompt.ids(), prompt.ids().length + answer.length);
    System.arraycopy(answer, 0, ids, prompt.ids().length, answer.length);
    return new Prompt(ids, prompt.visuals(), prompt.pixels());
  }

  private static float[] row(float[] logits, int row) {
    int width = config.text().vocabSize();
    return Arrays.copyOfRange(logits, row * width, (row + 1) * width);
  }

  private static float logProbability(float[] logits, int id) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return (float) (logits[id] - Math.log(sum));
  }

  private static void assertRefused(ThrowingCallable call, Code code, String message) {
    ModelException refusal = catchThrowableOfType(ModelException.class, call);
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(code);
  }
}

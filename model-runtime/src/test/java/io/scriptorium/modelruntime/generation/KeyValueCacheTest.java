package io.scriptorium.modelruntime.generation;

import static io.scriptorium.modelruntime.generation.PromptBuilder.aPrompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import io.scriptorium.modelruntime.savedmodel.TestModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.types.TFloat32;

class KeyValueCacheTest {
  private static final int STEPS = 2 * KeyValueCache.TAIL_ROWS + 6;
  private static final int NEVER = Integer.MAX_VALUE;

  @TempDir static Path folder;
  private static LoadedModel model;

  @BeforeAll
  static void load() throws Exception {
    Path checkpoint = TestModels.randomCheckpoint(folder.resolve("checkpoint"), Dtype.F32);
    Path converted = TestModels.convert(checkpoint, folder.resolve("model"));
    model = LoadedModel.load(converted, TestModels.FLOAT32);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private final List<Prompt> prompts =
      List.of(
          aPrompt(model.config()).text(1, 2, 3).build(),
          aPrompt(model.config()).text(4).image(12, 8).text(5).build());
  private final int[][] answers = {answer(1), answer(2)};

  @Test
  void everyStepComputesWhatAPrefillOfTheSameTokensDoes() throws Exception {
    float[][][] stepped = steps(step -> false, NEVER);

    for (int i = 0; i < prompts.size(); i++) {
      float[][] wanted = prefill(prompts.get(i), answers[i]);
      for (int step = 0; step < STEPS; step++) {
        assertSame(stepped[i][step], wanted[step], i, step);
      }
    }
  }

  @Test
  void aSequenceThatWaitsAtTimesGoesOnAsIfItHadNot() throws Exception {
    float[][][] wanted = steps(step -> false, NEVER);
    float[][][] stepped = steps(step -> step % 5 == 3 || step % 7 == 1, NEVER);

    for (int i = 0; i < prompts.size(); i++) {
      for (int step = 0; step < STEPS; step++) {
        assertSame(stepped[i][step], wanted[i][step], i, step);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, KeyValueCache.TAIL_ROWS, KeyValueCache.TAIL_ROWS + 9})
  void aSequenceThatIsKeptGoesOnAsIfTheOtherWereThere(int keptAt) throws Exception {
    float[][][] wanted = steps(step -> false, NEVER);
    float[][][] stepped = steps(step -> step % 5 == 3, keptAt);

    for (int step = 0; step < STEPS; step++) {
      assertSame(stepped[1][step], wanted[1][step], 1, step);
    }
    assertThat(Arrays.asList(stepped[0])).filteredOn(Objects::nonNull).hasSize(keptAt);
  }

  private static void assertSame(float[] logits, float[] wanted, int prompt, int step) {
    assertThat(logits)
        .as("prompt %d, step %d", prompt, step)
        .containsExactly(wanted, within(1e-4f));
  }

  private static int[] answer(long seed) {
    return new Random(seed).ints(STEPS, 0, 400).toArray();
  }

  /**
   * Logits behind each token of the answers, by one step after the other: {@code [prompt][step]}.
   *
   * @param waits whether the second sequence waits at a step
   * @param keptAt from which step on there is the second sequence alone
   */
  private float[][][] steps(IntPredicate waits, int keptAt) throws Exception {
    List<TokenPositions> positions = new ArrayList<>();
    for (Prompt prompt : prompts) {
      positions.add(prompt.positions(model.config()));
    }
    List<Integer> lengths = positions.stream().map(TokenPositions::length).toList();
    List<AutoCloseable> owned = new ArrayList<>();
    Network network = new Network(model);
    try {
      TFloat32 features = network.featuresOrNone(prompts, owned);
      Outputs outputs = network.prefill(prompts, positions, features, new int[] {0});
      owned.add(outputs);
      KeyValueCache cache = KeyValueCache.of(model, outputs, lengths);
      owned.add(cache);
      float[][][] logits = new float[prompts.size()][STEPS][];
      int[] next = new int[prompts.size()];
      List<Integer> live = List.of(0, 1);
      for (int step = 0; next[1] < STEPS; step++) {
        if (step == keptAt) {
          cache.keep(new int[] {1});
          live = List.of(1);
        }
        boolean[] waiting = new boolean[live.size()];
        int[] ids = new int[live.size()];
        int[] places = new int[live.size()];
        for (int i = 0; i < live.size(); i++) {
          int sequence = live.get(i);
          waiting[i] = sequence == 1 ? waits.test(step) : next[0] == STEPS;
          ids[i] = answers[sequence][Math.min(next[sequence], STEPS - 1)];
          TokenPositions of = positions.get(sequence);
          places[i] = of.length() + of.delta() + next[sequence];
        }
        float[][] now = cache.step(ids, places, waiting);
        for (int i = 0; i < live.size(); i++) {
          if (!waiting[i]) {
            int sequence = live.get(i);
            logits[sequence][next[sequence]++] = now[i];
          }
        }
      }
      return logits;
    } finally {
      Resources.closeAll(owned);
    }
  }

  /** Logits behind each token of the answer, all at once. */
  private static float[][] prefill(Prompt prompt, int[] answer) throws Exception {
    int[] ids = IntStream.concat(Arrays.stream(prompt.ids()), Arrays.stream(answer)).toArray();
    Prompt whole = new Prompt(ids, prompt.visuals(), prompt.pixels());
    int[] rows = IntStream.range(prompt.ids().length, ids.length).toArray();
    List<AutoCloseable> owned = new ArrayList<>();
    Network network = new Network(model);
    try {
      TFloat32 features = network.featuresOrNone(List.of(whole), owned);
      Outputs outputs =
          network.prefill(List.of(whole), List.of(whole.positions(model.config())), features, rows);
      owned.add(outputs);
      return IntStream.range(0, rows.length)
          .mapToObj(row -> Tensors.row(outputs.get("logits"), row))
          .toArray(float[][]::new);
    } finally {
      Resources.closeAll(owned);
    }
  }
}

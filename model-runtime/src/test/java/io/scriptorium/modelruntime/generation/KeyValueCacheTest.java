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
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.types.TFloat32;

class KeyValueCacheTest {
  private static final int STEPS = 2 * KeyValueCache.TAIL_ROWS + 6;

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

  @Test
  void everyStepComputesWhatAPrefillOfTheSameTokensDoes() throws Exception {
    List<Prompt> prompts =
        List.of(
            aPrompt(model.config()).text(1, 2, 3).build(),
            aPrompt(model.config()).text(4).image(12, 8).text(5).build());
    int[][] answers = {answer(1), answer(2)};
    float[][][] stepped = steps(prompts, answers);

    for (int i = 0; i < prompts.size(); i++) {
      float[][] wanted = prefill(prompts.get(i), answers[i]);
      for (int step = 0; step < STEPS; step++) {
        assertThat(stepped[step][i])
            .as("prompt %d, step %d", i, step)
            .containsExactly(wanted[step], within(1e-4f));
      }
    }
  }

  @Test
  void aSequenceThatWaitsAtTimesGoesOnAsIfItHadNot() throws Exception {
    List<Prompt> prompts =
        List.of(
            aPrompt(model.config()).text(1, 2, 3).build(),
            aPrompt(model.config()).text(4).image(12, 8).text(5).build());
    int[][] answers = {answer(1), answer(2)};

    float[][][] both = steps(prompts, answers);
    float[][][] oneWaits = steps(prompts, answers, step -> step % 5 == 3 || step % 7 == 1);

    for (int i = 0; i < prompts.size(); i++) {
      for (int step = 0; step < STEPS; step++) {
        assertThat(oneWaits[step][i])
            .as("prompt %d, step %d", i, step)
            .containsExactly(both[step][i], within(1e-4f));
      }
    }
  }

  private static int[] answer(long seed) {
    return new Random(seed).ints(STEPS, 0, 400).toArray();
  }

  /** Logits behind each token of the answers, by one step after the other: [step][prompt]. */
  private static float[][][] steps(List<Prompt> prompts, int[][] answers) throws Exception {
    return steps(prompts, answers, step -> false);
  }

  /**
   * The same with the second sequence waiting at some steps.
   *
   * @param waits whether it waits at a step, counted from 0
   */
  private static float[][][] steps(List<Prompt> prompts, int[][] answers, IntPredicate waits)
      throws Exception {
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
      float[][][] logits = new float[STEPS][prompts.size()][];
      int[] next = new int[prompts.size()];
      for (int step = 0; next[1] < STEPS; step++) {
        boolean[] waiting = {next[0] == STEPS, waits.test(step)};
        int[] ids = new int[waiting.length];
        int[] places = new int[waiting.length];
        for (int i = 0; i < waiting.length; i++) {
          ids[i] = answers[i][Math.min(next[i], STEPS - 1)];
          places[i] = positions.get(i).length() + positions.get(i).delta() + next[i];
        }
        float[][] now = cache.step(ids, places, waiting);
        for (int i = 0; i < waiting.length; i++) {
          if (!waiting[i]) {
            logits[next[i]++][i] = now[i];
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

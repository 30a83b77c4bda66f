package io.scriptorium.modelruntime.generation;

import static io.scriptorium.modelruntime.generation.PromptBuilder.aPrompt;
import static io.scriptorium.modelruntime.generation.PromptBuilder.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.preprocess.Grid;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import io.scriptorium.modelruntime.savedmodel.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @TempDir static Path folder;
  private static LoadedModel model;
  private static ModelConfig config;

  @BeforeAll
  static void load() throws Exception {
    Path checkpoint = TestModels.randomCheckpoint(folder.resolve("checkpoint"), Dtype.F32);
    Path converted = TestModels.convert(checkpoint, folder.resolve("model"));
    model = LoadedModel.load(converted, TestModels.FLOAT32);
    config = model.config();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 20_000})
  void manyAttentionTilesComputeWhatOneDoes(long scoreBudget) throws Exception {
    Prompt prompt = aPrompt(config).text(1, 2).image(20, 12).text(3).video(2, 6, 4).build();

    Generator.Trace one = new Generator(new Network(model), 512).trace(prompt);
    Generator.Trace many = new Generator(new Network(model, scoreBudget), 512).trace(prompt);

    assertThat(many.features()).containsExactly(one.features(), within(1e-5f));
    assertThat(many.logits()).containsExactly(one.logits(), within(1e-5f));
    assertThat(many.stepLogits()).containsExactly(one.stepLogits(), within(1e-5f));
  }

  @Test
  void imagesOfOneRunDoNotSeeEachOther() throws Exception {
    List<PixelPatches> images =
        List.of(
            noise(config, new Grid(1, 20, 12), 1),
            noise(config, new Grid(1, 2, 2), 2),
            noise(config, new Grid(3, 4, 10), 3),
            noise(config, new Grid(1, 8, 8), 4));
    float[] together = features(images);

    int offset = 0;
    for (PixelPatches image : images) {
      float[] alone = features(List.of(image));
      assertThat(Arrays.copyOfRange(together, offset, offset + alone.length))
          .as("%s", image.grid())
          .containsExactly(alone, within(1e-5f));
      offset += alone.length;
    }
    assertThat(offset).isEqualTo(together.length);
  }

  @Test
  void framesOfAVideoDoNotSeeEachOther() throws Exception {
    PixelPatches first = noise(config, new Grid(1, 4, 6), 1);
    PixelPatches second = noise(config, new Grid(1, 4, 6), 2);
    float[] frames = Arrays.copyOf(first.values(), 2 * first.values().length);
    System.arraycopy(second.values(), 0, frames, first.values().length, second.values().length);
    PixelPatches video = new PixelPatches(new Grid(2, 4, 6), 84, 56, frames);

    assertThat(features(List.of(video)))
        .containsExactly(features(List.of(first, second)), within(1e-5f));
  }

  @Test
  void refusesPatchesOfAnotherSize() {
    PixelPatches small = new PixelPatches(new Grid(1, 2, 2), 28, 28, new float[4 * 10]);

    assertThatThrownBy(() -> features(List.of(small)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("40 numbers for a tensor of [4, 1176]");
  }

  private static float[] features(List<PixelPatches> pixels) throws Exception {
    try (Outputs outputs = new Network(model).features(pixels)) {
      return Tensors.toArray(outputs.get("features"));
    }
  }
}

package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.Grid;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Builds prompts; their pixels are noise that is the same each time. */
final class PromptBuilder {
  private final ModelConfig config;
  private final IntStream.Builder ids = IntStream.builder();
  private final List<VisualInput> visuals = new ArrayList<>();
  private final List<PixelPatches> pixels = new ArrayList<>();

  private PromptBuilder(ModelConfig config) {
    this.config = config;
  }

  static PromptBuilder aPrompt(ModelConfig config) {
    return new PromptBuilder(config);
  }

  PromptBuilder text(int... tokens) {
    IntStream.of(tokens).forEach(ids::add);
    return this;
  }

  /** An image of so many patches. */
  PromptBuilder image(int height, int width) {
    Grid grid = new Grid(1, height, width);
    return visual(VisualInput.image(grid), config.tokens().image());
  }

  /** A video of so many patches. */
  PromptBuilder video(int time, int height, int width) {
    Grid grid = new Grid(time, height, width);
    return visual(VisualInput.video(grid, 1), config.tokens().video());
  }

  private PromptBuilder visual(VisualInput visual, int pad) {
    int tokens = visual.grid().tokens(config.vision().spatialMergeSize());
    ids.add(config.tokens().visionStart());
    IntStream.range(0, tokens).forEach(row -> ids.add(pad));
    ids.add(config.tokens().visionEnd());
    visuals.add(visual);
    pixels.add(noise(config, visual.grid(), visuals.size()));
    return this;
  }

  Prompt build() {
    return new Prompt(ids.build().toArray(), visuals, pixels);
  }

  static PixelPatches noise(ModelConfig config, Grid grid, long seed) {
    Random random = new Random(seed);
    float[] values = new float[grid.patches() * config.vision().patchValues()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    int patch = config.vision().patchSize();
    return new PixelPatches(grid, grid.w() * patch, grid.h() * patch, values);
  }
}

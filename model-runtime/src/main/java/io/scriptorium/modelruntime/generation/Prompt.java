package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import java.util.List;

/**
 * A prompt as the model takes it.
 *
 * @param ids its tokens; each image and video stands in it as one run of its pad token
 * @param visuals images and videos in order of appearance
 * @param pixels the patches of each of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Prompt(int[] ids, List<VisualInput> visuals, List<PixelPatches> pixels) {
  public Prompt {
    visuals = List.copyOf(visuals);
    pixels = List.copyOf(pixels);
    if (visuals.size() != pixels.size()) {
      throw new IllegalArgumentException(
          visuals.size() + " images and videos, pixels of " + pixels.size());
    }
    for (int i = 0; i < visuals.size(); i++) {
      if (!visuals.get(i).grid().equals(pixels.get(i).grid())) {
        throw new IllegalArgumentException(
            "visual %d has %s, its pixels %s"
                .formatted(i + 1, visuals.get(i).grid(), pixels.get(i).grid()));
      }
    }
    if (ids.length == 0) {
      throw new IllegalArgumentException("the prompt is empty");
    }
  }

  /** Positions of its tokens. */
  public TokenPositions positions(ModelConfig config) throws ModelException {
    return TokenPositions.of(ids, visuals, config);
  }
}

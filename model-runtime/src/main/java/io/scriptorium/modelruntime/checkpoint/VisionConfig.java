package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_LAYERS;
import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_WIDTH;
import static io.scriptorium.modelruntime.checkpoint.Checks.inRange;
import static io.scriptorium.modelruntime.checkpoint.Checks.multiple;
import static io.scriptorium.modelruntime.checkpoint.Checks.positive;

import java.util.List;

/**
 * Dimensions of the vision tower.
 *
 * @param depth number of blocks
 * @param hiddenSize width of a patch vector
 * @param intermediateSize width inside the MLP of a block
 * @param heads attention heads
 * @param inChannels colours of a pixel
 * @param patchSize side of a patch, in pixels
 * @param temporalPatchSize frames in a patch
 * @param spatialMergeSize side of the square of patches that becomes one token
 * @param windowSize side of an attention window, in pixels
 * @param fullAttentionBlocks blocks that attend to a whole frame instead of a window, from 0
 * @param outHiddenSize width of the tokens handed to the text decoder
 * @param tokensPerSecond temporal positions for one second of video
 */
public record VisionConfig(
    int depth,
    int hiddenSize,
    int intermediateSize,
    int heads,
    int inChannels,
    int patchSize,
    int temporalPatchSize,
    int spatialMergeSize,
    int windowSize,
    List<Integer> fullAttentionBlocks,
    int outHiddenSize,
    double tokensPerSecond) {
  public VisionConfig {
    inRange("vision depth", depth, 1, MAX_LAYERS);
    inRange("vision hidden_size", hiddenSize, 1, MAX_WIDTH);
    inRange("vision intermediate_size", intermediateSize, 1, MAX_WIDTH);
    inRange("vision num_heads", heads, 1, hiddenSize);
    inRange("vision in_channels", inChannels, 1, 16);
    inRange("vision patch_size", patchSize, 1, 256);
    inRange("vision temporal_patch_size", temporalPatchSize, 1, 16);
    inRange("vision spatial_merge_size", spatialMergeSize, 1, 16);
    inRange("vision window_size", windowSize, 1, 1 << 16);
    inRange("vision out_hidden_size", outHiddenSize, 1, MAX_WIDTH);
    positive("vision tokens_per_second", tokensPerSecond);
    multiple("vision hidden_size", hiddenSize, "num_heads", heads);
    // Half of a head turns with the row and half with the column, each in pairs.
    multiple("vision head size", hiddenSize / heads, "the rotary group", 4);
    multiple("vision window_size", windowSize, "a merged patch", patchSize * spatialMergeSize);
    fullAttentionBlocks = List.copyOf(fullAttentionBlocks);
    for (int block : fullAttentionBlocks) {
      inRange("vision fullatt_block_indexes entry", block, 0, depth - 1);
    }
  }

  public int headDim() {
    return hiddenSize / heads;
  }

  /** Patches in one token. */
  public int mergeUnit() {
    return spatialMergeSize * spatialMergeSize;
  }

  /** Numbers in one patch. */
  public int patchValues() {
    return inChannels * temporalPatchSize * patchSize * patchSize;
  }

  /** Side of an attention window, in tokens. */
  public int windowUnits() {
    return windowSize / (patchSize * spatialMergeSize);
  }
}

package io.scriptorium.modelruntime.plan;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import java.util.Arrays;
import java.util.List;

/**
 * The multimodal rotary positions (M-RoPE) of a prompt: time, height and width of each token.
 *
 * <p>Text counts on along all three axes at once. The tokens of an image or video spread over its
 * grid from there, time in units of {@code tokensPerSecond}; what follows starts behind the largest
 * coordinate so far. See the technical report, section 2.1.2, and {@code get_rope_index} of the
 * reference implementation.
 *
 * @param axes {@code [3][n]}: time, height, width
 * @param visualRows rows that hold image and video tokens, in order
 * @param delta what the position of a generated token adds to its index in the sequence
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenPositions(int[][] axes, int[] visualRows, int delta) {

  /**
   * Lays out a prompt.
   *
   * @param ids the prompt; each image and video stands in it as one run of its pad token
   * @param visuals the images and videos in order of appearance
   * @throws ModelException {@code PROMPT_INVALID} if runs and visuals do not match, or an id is
   *     none of the vocabulary
   */
  public static TokenPositions of(int[] ids, List<VisualInput> visuals, ModelConfig config)
      throws ModelException {
    int merge = config.vision().spatialMergeSize();
    float tokensPerSecond = (float) config.vision().tokensPerSecond();
    int[][] axes = new int[3][ids.length];
    int[] visualRows = new int[ids.length];
    int visualCount = 0;
    int nextVisual = 0;
    int next = 0;
    int row = 0;
    while (row < ids.length) {
      requireInVocabulary(ids, row, config);
      if (ids[row] != config.tokens().image() && ids[row] != config.tokens().video()) {
        axes[0][row] = axes[1][row] = axes[2][row] = next++;
        row++;
        continue;
      }
      if (nextVisual == visuals.size()) {
        throw invalid(
            "the prompt has room for more images or videos than the " + nextVisual + " given");
      }
      VisualInput visual = visuals.get(nextVisual++);
      int tokens = visual.grid().tokens(merge);
      int height = visual.grid().h() / merge;
      int width = visual.grid().w() / merge;
      requireRun(ids, row, tokens, visual, nextVisual, config);
      for (int token = 0; token < tokens; token++) {
        int t = token / (height * width);
        axes[0][row] = next + elapsed(visual, t, tokensPerSecond);
        axes[1][row] = next + token / width % height;
        axes[2][row] = next + token % width;
        visualRows[visualCount++] = row++;
      }
      int lastTime = elapsed(visual, visual.grid().t() - 1, tokensPerSecond);
      next += 1 + Math.max(lastTime, Math.max(height, width) - 1);
    }
    if (nextVisual < visuals.size()) {
      throw invalid(
          "the prompt has room for "
              + nextVisual
              + " images and videos, "
              + visuals.size()
              + " given");
    }
    return new TokenPositions(axes, Arrays.copyOf(visualRows, visualCount), next - ids.length);
  }

  // float32 and in this order, as the reference computes it; the product is truncated, not the rate
  private static int elapsed(VisualInput visual, int t, float tokensPerSecond) {
    return (int) (t * visual.secondsPerGrid() * tokensPerSecond);
  }

  // A GPU reads zeros where there is no row of the embedding, without a word.
  private static void requireInVocabulary(int[] ids, int row, ModelConfig config)
      throws ModelException {
    if (ids[row] < 0 || ids[row] >= config.text().vocabSize()) {
      throw invalid(
          "token %d at row %d is outside the vocabulary of %d"
              .formatted(ids[row], row, config.text().vocabSize()));
    }
  }

  private static void requireRun(
      int[] ids, int row, int tokens, VisualInput visual, int number, ModelConfig config)
      throws ModelException {
    int pad =
        visual.kind() == VisualInput.Kind.IMAGE ? config.tokens().image() : config.tokens().video();
    int found = 0;
    while (found < tokens && row + found < ids.length && ids[row + found] == pad) {
      found++;
    }
    if (found < tokens) {
      throw invalid(
          "visual %d is %s and takes %d tokens, the prompt has %d of its kind at row %d"
              .formatted(number, visual, tokens, found, row));
    }
  }

  private static ModelException invalid(String message) {
    return new ModelException(ModelException.Code.PROMPT_INVALID, message);
  }

  /** Number of tokens. */
  public int length() {
    return axes[0].length;
  }
}

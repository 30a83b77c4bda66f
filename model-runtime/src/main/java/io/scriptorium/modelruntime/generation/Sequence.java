package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.plan.TokenPositions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A prompt with its answer in the making. For one thread. */
final class Sequence {
  private final int promptTokens;
  private final TokenPositions positions;
  private final int limit;
  private final int[] ids;
  private final float[] logProbabilities;
  private final Deque<Integer> prescribed = new ArrayDeque<>();
  private int emitted;

  /** Behind the token that was emitted last; null if that has not yet been through the model. */
  private float @Nullable [] logits;

  /**
   * @throws ModelException {@code PROMPT_TOO_LONG}, {@code PROMPT_INVALID}
   */
  Sequence(Prompt prompt, GenerationOptions options, ModelConfig config) throws ModelException {
    int room = config.text().maxPositions() - prompt.ids().length;
    if (room < 1) {
      throw new ModelException(
          Code.PROMPT_TOO_LONG,
          "the prompt has %d tokens, the model takes %d with its answer"
              .formatted(prompt.ids().length, config.text().maxPositions()));
    }
    this.promptTokens = prompt.ids().length;
    this.positions = prompt.positions(config);
    this.limit = Math.min(options.maxTokens(), room);
    this.ids = new int[limit];
    this.logProbabilities = new float[limit];
  }

  TokenPositions positions() {
    return positions;
  }

  /** The token that was emitted last; any if there is none yet, when the sequence waits. */
  int last() {
    return ids[Math.max(0, emitted - 1)];
  }

  /** Position of the token that was emitted last. */
  int lastPosition() {
    return promptTokens + positions.delta() + emitted - 1;
  }

  /** Takes the logits behind what was emitted last. */
  void computed(float[] behindLast) {
    logits = behindLast;
  }

  /** The logits behind what was emitted last. */
  float[] logits() {
    return Objects.requireNonNull(logits);
  }

  /** Has it say a token without being asked, as soon as it can. */
  void prescribe(int id) {
    prescribed.add(id);
  }

  /** Takes the next token that it has to say; null if there is none. */
  @Nullable Integer takePrescribed() {
    return prescribed.poll();
  }

  int emitted() {
    return emitted;
  }

  /** Whether there is nothing to compute for it. */
  boolean isWaiting() {
    return logits != null;
  }

  void emit(int id, double logProbability) {
    ids[emitted] = id;
    logProbabilities[emitted] = (float) logProbability;
    emitted++;
    logits = null;
  }

  boolean isFull() {
    return emitted == limit;
  }

  Generation generation(Generation.Finish finish) {
    return new Generation(
        Arrays.copyOf(ids, emitted),
        Arrays.copyOf(logProbabilities, emitted),
        finish,
        promptTokens);
  }
}

package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.TFloat32;

/**
 * Generates answers: one prefill over all prompts, then one decode step for all of them at a time.
 * An answer does not depend on which prompts it shares a batch with. Stateless; safe for use by
 * many threads.
 */
public final class Generator {
  private final Network network;
  private final int tokens;

  /**
   * @param tokens how many ids the tokenizer knows; higher ones are padding of the vocabulary and
   *     are never emitted
   */
  public Generator(Network network, int tokens) {
    this.network = network;
    this.tokens = Math.min(tokens, network.model().config().text().vocabSize());
  }

  /** Answers one prompt. */
  public Generation generate(Prompt prompt, GenerationOptions options, TokenListener listener)
      throws ModelException {
    return generate(List.of(prompt), options, listener).get(0);
  }

  /**
   * Answers prompts together.
   *
   * @param prompts one or more
   * @throws ModelException {@code PROMPT_INVALID} if a prompt and its images do not fit, {@code
   *     PROMPT_TOO_LONG}, {@code MODEL_BAD_NUMBERS} if logits are no numbers, {@code MODEL_FAILED}
   */
  public List<Generation> generate(
      List<Prompt> prompts, GenerationOptions options, TokenListener listener)
      throws ModelException {
    return generate(prompts, options, listener, StopRule.NEVER);
  }

  /** Answers prompts together, each until the model, the limit or the rule ends it. */
  public List<Generation> generate(
      List<Prompt> prompts, GenerationOptions options, TokenListener listener, StopRule stop)
      throws ModelException {
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException("there is no prompt to answer");
    }
    List<Sequence> sequences = new ArrayList<>();
    for (Prompt prompt : prompts) {
      TokenChooser chooser = new Sampler(options, prompt.ids(), tokens);
      sequences.add(new Sequence(sequences.size(), prompt, options, listener, stop, chooser));
    }
    return generate(prompts, sequences);
  }

  /**
   * Answers one prompt with tokens that somebody else chooses, until an end token or the limit. Of
   * the options only the limit counts.
   */
  public Generation generate(
      Prompt prompt, GenerationOptions options, TokenListener listener, TokenChooser chooser)
      throws ModelException {
    Sequence sequence = new Sequence(0, prompt, options, listener, StopRule.NEVER, chooser);
    return generate(List.of(prompt), List.of(sequence)).get(0);
  }

  private List<Generation> generate(List<Prompt> prompts, List<Sequence> sequences)
      throws ModelException {
    try (KeyValueCache cache = prefill(prompts, sequences)) {
      while (sequences.stream().anyMatch(Sequence::unfinished)) {
        float[][] logits =
            cache.step(
                sequences.stream().mapToInt(sequence -> sequence.last).toArray(),
                sequences.stream().mapToInt(Sequence::lastPosition).toArray());
        for (Sequence sequence : sequences) {
          sequence.next(logits[sequence.index]);
        }
      }
    }
    return sequences.stream().map(Sequence::generation).toList();
  }

  /**
   * What the network computes for a prompt, for comparison with another implementation.
   *
   * @param features {@code [visual tokens, decoder width]}, in order of appearance
   * @param logits {@code [prompt tokens, vocabulary]}
   * @param next the token with the largest logit behind the prompt
   * @param stepLogits {@code [vocabulary]}: logits behind {@code next}, by way of the cache
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Trace(float[] features, float[] logits, int next, float[] stepLogits) {}

  /** Runs a prompt and one step behind it, and keeps all numbers. */
  public Trace trace(Prompt prompt) throws ModelException {
    TokenPositions positions = prompt.positions(network.model().config());
    int length = prompt.ids().length;
    List<AutoCloseable> owned = new ArrayList<>();
    try {
      TFloat32 features = network.featuresOrNone(List.of(prompt), owned);
      int[] allRows = IntStream.range(0, length).toArray();
      Outputs outputs = network.prefill(List.of(prompt), List.of(positions), features, allRows);
      owned.add(outputs);
      float[] last = Tensors.row(outputs.get("logits"), length - 1);
      int next = new Sampler(GenerationOptions.GREEDY, prompt.ids(), last.length).choose(last);
      KeyValueCache cache = KeyValueCache.of(network.model(), outputs, List.of(length));
      owned.add(cache);
      float[][] step = cache.step(new int[] {next}, new int[] {length + positions.delta()});
      return new Trace(
          Tensors.toArray(features), Tensors.toArray(outputs.get("logits")), next, step[0]);
    } finally {
      Resources.closeAll(owned);
    }
  }

  private KeyValueCache prefill(List<Prompt> prompts, List<Sequence> sequences)
      throws ModelException {
    List<Integer> lengths = prompts.stream().map(prompt -> prompt.ids().length).toList();
    List<TokenPositions> positions =
        sequences.stream().map(sequence -> sequence.positions).toList();
    int[] lastRows = new int[lengths.size()];
    int base = 0;
    for (int i = 0; i < lastRows.length; i++) {
      base += lengths.get(i);
      lastRows[i] = base - 1;
    }
    List<AutoCloseable> owned = new ArrayList<>();
    try {
      TFloat32 features = network.featuresOrNone(prompts, owned);
      Outputs outputs = network.prefill(prompts, positions, features, lastRows);
      owned.add(outputs);
      for (Sequence sequence : sequences) {
        sequence.next(Tensors.row(outputs.get("logits"), sequence.index));
      }
      return KeyValueCache.of(network.model(), outputs, lengths);
    } finally {
      Resources.closeAll(owned);
    }
  }

  /** An answer in the making. */
  private final class Sequence {
    private final int index;
    private final int promptTokens;
    private final TokenPositions positions;
    private final TokenChooser chooser;
    private final TokenListener listener;
    private final StopRule stop;
    private final List<Integer> endTokens;
    private final int limit;
    private final int[] ids;
    private final float[] logProbabilities;
    private int emitted;
    private int last;
    private Generation.@Nullable Finish finish;

    Sequence(
        int index,
        Prompt prompt,
        GenerationOptions options,
        TokenListener listener,
        StopRule stop,
        TokenChooser chooser)
        throws ModelException {
      ModelConfig config = network.model().config();
      int room = config.text().maxPositions() - prompt.ids().length;
      if (room < 1) {
        throw new ModelException(
            Code.PROMPT_TOO_LONG,
            "the prompt has %d tokens, the model takes %d with its answer"
                .formatted(prompt.ids().length, config.text().maxPositions()));
      }
      this.index = index;
      this.promptTokens = prompt.ids().length;
      this.positions = prompt.positions(config);
      this.chooser = chooser;
      this.listener = listener;
      this.stop = stop;
      this.endTokens = config.tokens().endOfText();
      this.limit = Math.min(options.maxTokens(), room);
      this.ids = new int[limit];
      this.logProbabilities = new float[limit];
    }

    boolean unfinished() {
      return finish == null;
    }

    /** Position of the token that was emitted last. */
    int lastPosition() {
      return promptTokens + positions.delta() + emitted - 1;
    }

    void next(float[] logits) throws ModelException {
      if (!unfinished()) {
        return;
      }
      double logNormaliser = logNormaliser(logits);
      float[] own = logits.clone();
      last = chooser.choose(logits);
      ids[emitted] = last;
      logProbabilities[emitted] = (float) (own[last] - logNormaliser);
      listener.token(index, emitted, last);
      emitted++;
      if (endTokens.contains(last)) {
        finish = Generation.Finish.END_TOKEN;
      } else if (stop.stopsAfter(index, last)) {
        finish = Generation.Finish.STOPPED;
      } else if (emitted == limit) {
        finish = Generation.Finish.TOKEN_LIMIT;
      }
    }

    Generation generation() {
      return new Generation(
          Arrays.copyOf(ids, emitted),
          Arrays.copyOf(logProbabilities, emitted),
          Objects.requireNonNull(finish),
          promptTokens);
    }
  }

  private static double logNormaliser(float[] logits) throws ModelException {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      if (!Float.isFinite(logit)) {
        throw new ModelException(
            Code.MODEL_BAD_NUMBERS,
            "the model's logits hold " + logit + "; its weights are broken");
      }
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return largest + Math.log(sum);
  }
}

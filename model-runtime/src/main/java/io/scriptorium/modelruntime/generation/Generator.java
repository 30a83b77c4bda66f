package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;

/**
 * Generates answers: one prefill over all prompts, then one decode step for all of them at a time.
 * An answer does not depend on which prompts it shares a batch with, unless they are views of the
 * same thing and are to be answered as one. Stateless; safe for use by many threads.
 */
public final class Generator {
  /** What share of a cache is in use at most when what is not is left out. */
  private static final double MOST_LIVE = 0.8;

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
    return generateJointly(
            prompts.stream().map(List::of).toList(), options, listener, stop, OwnTokens.NONE)
        .stream()
        .map(views -> views.get(0))
        .toList();
  }

  /**
   * Answers prompts that show the same thing in several ways with one answer: each token is chosen
   * by the mean of the logarithms of the probabilities that it has behind each of them. What has to
   * differ between them, such as coordinates, the first view says for itself, taking what is most
   * probable, and the others follow with what they are given for it.
   *
   * @param groups of prompts, one or more; each has one or more views
   * @param options of which a repetition penalty weighs little with several views, as it applies to
   *     logarithms, and neither that nor the temperature applies to what the first view says alone
   * @param listener told of the tokens of the first view of each group
   * @param stop asked of the first view of each group
   * @return for each group the answer to each of its views; they differ in their own tokens alone,
   *     which have the probability that the view gives them; the others have that by which they
   *     were chosen
   * @throws ModelException as {@link #generate(List, GenerationOptions, TokenListener)} does
   */
  public List<List<Generation>> generateJointly(
      List<List<Prompt>> groups,
      GenerationOptions options,
      TokenListener listener,
      StopRule stop,
      OwnTokens own)
      throws ModelException {
    if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("there is no prompt to answer");
    }
    List<Sequence> sequences = new ArrayList<>();
    List<JointAnswer> answers = new ArrayList<>();
    for (List<Prompt> group : groups) {
      List<Sequence> views = new ArrayList<>();
      for (Prompt prompt : group) {
        views.add(new Sequence(prompt, options, network.model().config()));
      }
      sequences.addAll(views);
      TokenChooser chooser = new Sampler(options, group.get(0).ids(), tokens);
      answers.add(answer(answers.size(), views, listener, stop, chooser, own));
    }
    generate(groups.stream().flatMap(List::stream).toList(), sequences, answers);
    return answers.stream().map(JointAnswer::generations).toList();
  }

  /**
   * Answers one prompt with tokens that somebody else chooses, until an end token or the limit. Of
   * the options only the limit counts.
   */
  public Generation generate(
      Prompt prompt, GenerationOptions options, TokenListener listener, TokenChooser chooser)
      throws ModelException {
    List<Sequence> views = List.of(new Sequence(prompt, options, network.model().config()));
    JointAnswer answer = answer(0, views, listener, StopRule.NEVER, chooser, OwnTokens.NONE);
    generate(List.of(prompt), views, List.of(answer));
    return answer.generations().get(0);
  }

  private JointAnswer answer(
      int index,
      List<Sequence> views,
      TokenListener listener,
      StopRule stop,
      TokenChooser chooser,
      OwnTokens own) {
    List<Integer> endTokens = network.model().config().tokens().endOfText();
    return new JointAnswer(index, views, listener, stop, chooser, own, endTokens, tokens);
  }

  private void generate(List<Prompt> prompts, List<Sequence> sequences, List<JointAnswer> answers)
      throws ModelException {
    try (KeyValueCache cache = prefill(prompts, sequences)) {
      advance(answers);
      List<Sequence> live = sequences;
      while (answers.stream().anyMatch(JointAnswer::unfinished)) {
        live = withoutFinished(live, answers, cache);
        boolean[] waiting = new boolean[live.size()];
        for (int i = 0; i < waiting.length; i++) {
          waiting[i] = live.get(i).isWaiting();
        }
        float[][] logits =
            cache.step(
                live.stream().mapToInt(Sequence::last).toArray(),
                live.stream().mapToInt(Sequence::lastPosition).toArray(),
                waiting);
        for (int i = 0; i < waiting.length; i++) {
          if (!waiting[i]) {
            live.get(i).computed(logits[i]);
          }
        }
        advance(answers);
      }
    }
  }

  /** The cache is made smaller when that saves more than its copying costs. */
  private static List<Sequence> withoutFinished(
      List<Sequence> live, List<JointAnswer> answers, KeyValueCache cache) throws ModelException {
    List<Sequence> going =
        answers.stream()
            .filter(JointAnswer::unfinished)
            .flatMap(answer -> answer.views().stream())
            .toList();
    if (going.size() > live.size() * MOST_LIVE) {
      return live;
    }
    cache.keep(going.stream().mapToInt(live::indexOf).toArray());
    return going;
  }

  private static void advance(List<JointAnswer> answers) throws ModelException {
    for (JointAnswer answer : answers) {
      answer.advance();
    }
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
    List<TokenPositions> positions = sequences.stream().map(Sequence::positions).toList();
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
      for (int i = 0; i < lastRows.length; i++) {
        sequences.get(i).computed(Tensors.row(outputs.get("logits"), i));
      }
      return KeyValueCache.of(network.model(), outputs, lengths);
    } finally {
      Resources.closeAll(owned);
    }
  }
}

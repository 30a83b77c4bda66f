package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer in the making to one or more views. For one thread. */
final class JointAnswer {
  private final int index;
  private final List<Sequence> views;
  private final TokenListener listener;
  private final StopRule stop;
  private final TokenChooser chooser;
  private final OwnTokens own;
  private final List<Integer> endTokens;
  private final int tokens;

  /** Whether the first view has no own token to say before the next one that all choose. */
  private boolean isReady;

  private Generation.@Nullable Finish finish;

  /**
   * @param index which of the answers of the batch it is, from 0
   * @param endTokens tokens that end an answer
   * @param tokens ids from here on are padding of the vocabulary
   */
  JointAnswer(
      int index,
      List<Sequence> views,
      TokenListener listener,
      StopRule stop,
      TokenChooser chooser,
      OwnTokens own,
      List<Integer> endTokens,
      int tokens) {
    this.index = index;
    this.views = views;
    this.listener = listener;
    this.stop = stop;
    this.chooser = chooser;
    this.own = own;
    this.endTokens = endTokens;
    this.tokens = tokens;
  }

  List<Sequence> views() {
    return views;
  }

  boolean unfinished() {
    return finish == null;
  }

  /** Emits what can be told by now. */
  void advance() throws ModelException {
    if (unfinished() && views.size() > 1) {
      emitOwn();
    }
    for (int view = 1; unfinished() && view < views.size(); view++) {
      emitPrescribed(view);
    }
    if (unfinished() && views.stream().allMatch(Sequence::isWaiting)) {
      isReady = false;
      emitJointly();
    }
  }

  private void emitOwn() throws ModelException {
    if (!views.get(0).isWaiting() || isReady) {
      return;
    }
    float[] logits = views.get(0).logits();
    int likely = Sampler.mostProbable(logits, tokens);
    isReady = !own.isOwn(index, likely);
    if (!isReady) {
      emit(0, likely, logits[likely] - logNormaliser(logits));
    }
    for (int view = 1; view < views.size(); view++) {
      for (int id : own.elsewhere(index, view, isReady)) {
        views.get(view).prescribe(id);
      }
    }
  }

  private void emitPrescribed(int view) throws ModelException {
    Sequence sequence = views.get(view);
    Integer id = sequence.isWaiting() ? sequence.takePrescribed() : null;
    if (id != null) {
      float[] logits = sequence.logits();
      emit(view, id, logits[id] - logNormaliser(logits));
    }
  }

  private void emitJointly() throws ModelException {
    float[] logits = jointLogits();
    double logNormaliser = logNormaliser(logits);
    int id = chooser.choose(logits.clone());
    for (int view = 0; view < views.size(); view++) {
      emit(view, id, logits[id] - logNormaliser);
    }
  }

  /** The mean of the logarithms of the views' probabilities, but for a constant. */
  private float[] jointLogits() throws ModelException {
    float[] first = views.get(0).logits();
    if (views.size() == 1) {
      return first;
    }
    float[] mean = new float[first.length];
    for (Sequence view : views) {
      float[] logits = view.logits();
      double logNormaliser = logNormaliser(logits);
      for (int id = 0; id < mean.length; id++) {
        mean[id] += (float) ((logits[id] - logNormaliser) / views.size());
      }
    }
    return mean;
  }

  private void emit(int view, int id, double logProbability) {
    Sequence sequence = views.get(view);
    sequence.emit(id, logProbability);
    if (view == 0) {
      own.emitted(index, id);
      listener.token(index, sequence.emitted() - 1, id);
    }
    if (endTokens.contains(id)) {
      finish = Generation.Finish.END_TOKEN;
    } else if (view == 0 && stop.stopsAfter(index, id)) {
      finish = Generation.Finish.STOPPED;
    } else if (unfinished() && sequence.isFull()) {
      finish = Generation.Finish.TOKEN_LIMIT;
    }
  }

  List<Generation> generations() {
    Generation.Finish ended = Objects.requireNonNull(finish);
    return views.stream().map(view -> view.generation(ended)).toList();
  }

  private static double logNormaliser(float[] logits) throws ModelException {
    for (float logit : logits) {
      if (!Float.isFinite(logit)) {
        throw new ModelException(
            Code.MODEL_BAD_NUMBERS,
            "the model's logits hold " + logit + "; its weights are broken");
      }
    }
    return Logits.logNormaliser(logits);
  }
}

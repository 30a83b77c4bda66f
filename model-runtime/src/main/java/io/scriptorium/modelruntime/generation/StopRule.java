package io.scriptorium.modelruntime.generation;

/** Says when an answer has to end before the model ends it, on the thread that generates. */
@FunctionalInterface
public interface StopRule {
  StopRule NEVER = (sequence, id) -> false;

  /**
   * Called behind each token.
   *
   * @param sequence which prompt of the batch, or which group of views, from 0
   * @param id the token
   * @return whether it is the last one of its answer
   */
  boolean stopsAfter(int sequence, int id);
}

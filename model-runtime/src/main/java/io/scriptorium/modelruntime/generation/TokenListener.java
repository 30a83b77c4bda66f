package io.scriptorium.modelruntime.generation;

/** Told of each token as it is emitted, on the thread that generates. */
@FunctionalInterface
public interface TokenListener {
  TokenListener SILENT = (sequence, index, id) -> {};

  /**
   * Called behind each token.
   *
   * @param sequence which prompt of the batch, or which group of views, from 0
   * @param index which token of its answer, from 0
   * @param id the token
   */
  void token(int sequence, int index, int id);
}

package io.scriptorium.modelruntime.generation;

/** Chooses the tokens of one sequence, on the thread that generates. */
@FunctionalInterface
public interface TokenChooser {
  /**
   * The next token.
   *
   * @param logits {@code [vocabulary]}, which may be overwritten
   */
  int choose(float[] logits);
}

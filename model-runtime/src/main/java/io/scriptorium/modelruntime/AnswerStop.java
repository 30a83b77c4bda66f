package io.scriptorium.modelruntime;

/** Says by its text when an answer has to end, on the thread that generates. */
@FunctionalInterface
public interface AnswerStop {
  AnswerStop NEVER = (question, text) -> false;

  /**
   * Called behind each token.
   *
   * @param question which of the questions, or groups of them, from 0
   * @param text what the answer has gained with the token; often nothing
   * @return whether the answer ends here
   */
  boolean stopsAfter(int question, String text);
}

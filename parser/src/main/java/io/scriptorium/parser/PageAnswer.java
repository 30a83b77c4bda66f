package io.scriptorium.parser;

import io.scriptorium.htmlschema.PageSize;
import io.scriptorium.htmlschema.TokenConfidence;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer for one page.
 *
 * @param text what it emitted
 * @param seen size of the resized image that it saw; its boxes are in these pixels
 * @param end why it ended
 * @param promptTokens tokens of the prompt, image included
 * @param tokens tokens emitted
 * @param meanLogProbability mean natural logarithm of the probabilities of the emitted tokens; NaN
 *     if there are none
 * @param confidence of the tokens of the text; null if it is not known
 */
public record PageAnswer(
    String text,
    PageSize seen,
    End end,
    int promptTokens,
    int tokens,
    double meanLogProbability,
    @Nullable TokenConfidence confidence) {
  /** Why an answer ended. */
  public enum End {
    /** The model ended it. */
    WHOLE,
    /** The token limit cut it off. */
    TOKEN_LIMIT,
    /** The model went round in a loop and was stopped; the text holds the first round. */
    LOOP;

    boolean whole() {
      return this == WHOLE;
    }
  }

  public PageAnswer {
    if (promptTokens < 0) {
      throw new IllegalArgumentException("promptTokens (" + promptTokens + ") is negative");
    }
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens (" + tokens + ") is negative");
    }
  }
}

package io.scriptorium.parser;

import io.scriptorium.htmlschema.PageSize;

/**
 * A model's answer for one page.
 *
 * @param text what it emitted
 * @param seen size of the resized image that it saw; its boxes are in these pixels
 * @param complete false if the token limit cut the answer off
 * @param promptTokens tokens of the prompt, image included
 * @param tokens tokens emitted
 * @param meanLogProbability mean natural logarithm of the probabilities of the emitted tokens; NaN
 *     if there are none
 */
public record PageAnswer(
    String text,
    PageSize seen,
    boolean complete,
    int promptTokens,
    int tokens,
    double meanLogProbability) {
  public PageAnswer {
    if (promptTokens < 0) {
      throw new IllegalArgumentException("promptTokens (" + promptTokens + ") is negative");
    }
    if (tokens < 0) {
      throw new IllegalArgumentException("tokens (" + tokens + ") is negative");
    }
  }
}

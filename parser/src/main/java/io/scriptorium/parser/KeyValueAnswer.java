package io.scriptorium.parser;

import io.scriptorium.parser.PageAnswer.End;

/**
 * A model's answer about key values.
 *
 * @param text what it emitted: JSON, as far as it kept to what it was asked
 * @param end why it ended
 * @param promptTokens tokens of the prompt, an image included
 * @param tokens tokens emitted
 */
public record KeyValueAnswer(String text, End end, int promptTokens, int tokens) {
  static KeyValueAnswer of(PageAnswer answer) {
    return new KeyValueAnswer(answer.text(), answer.end(), answer.promptTokens(), answer.tokens());
  }
}

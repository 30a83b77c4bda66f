package io.scriptorium.parser;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.parser.keyvalues.KeyValueReader;
import io.scriptorium.parser.keyvalues.KeyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for the key values of one page.
 *
 * @param promptTokens tokens of the prompts, images included
 * @param tokens tokens emitted
 * @param problem why there may be more on the page than was found
 */
record PageValues(KeyValues found, int promptTokens, int tokens, Optional<Problem> problem) {

  /** A stable code, and a sentence for people. */
  record Problem(String code, String message) {}

  /** Reads the answers for a page, or for its pieces. */
  static PageValues of(List<KeyValueAnswer> answers, KeyTemplate keys) {
    List<KeyValues> found = new ArrayList<>();
    int cutOff = 0;
    int unreadable = 0;
    for (KeyValueAnswer answer : answers) {
      KeyValueReader.Reading reading = KeyValueReader.read(answer.text(), keys);
      found.add(reading.values());
      if (!reading.whole()) {
        if (answer.end().whole()) {
          unreadable++;
        } else {
          cutOff++;
        }
      }
    }
    return new PageValues(
        KeyValues.joined(found),
        answers.stream().mapToInt(KeyValueAnswer::promptTokens).sum(),
        answers.stream().mapToInt(KeyValueAnswer::tokens).sum(),
        problem(cutOff, unreadable, answers.size()));
  }

  /** The model could not answer. */
  static PageValues failed(String code, String message) {
    return new PageValues(KeyValues.NONE, 0, 0, Optional.of(new Problem(code, message)));
  }

  private static Optional<Problem> problem(int cutOff, int unreadable, int answers) {
    if (cutOff > 0) {
      return Optional.of(
          new Problem(
              "KEY_VALUES_TRUNCATED",
              "%d of %d answers with key values were cut off".formatted(cutOff, answers)));
    }
    if (unreadable > 0) {
      return Optional.of(
          new Problem(
              "KEY_VALUES_UNREADABLE",
              "%d of %d answers with key values are not JSON to their end"
                  .formatted(unreadable, answers)));
    }
    return Optional.empty();
  }
}

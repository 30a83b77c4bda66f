package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Compares nested key values. A value agrees if the truth has the same text under the same path of
 * keys; lists have no order, and their rows are matched one to one so that most values agree. Null
 * and empty values are no values.
 */
final class KeyValueScore {
  /** Rows of a list that are matched; those beyond agree with nothing. */
  static final int MAX_ROWS = 500;

  /** Values that are compared; a prediction of more agrees with nothing. */
  static final int MAX_VALUES = 20_000;

  private KeyValueScore() {}

  static Counts of(JsonNode truth, JsonNode predicted) {
    long values = count(predicted);
    long matched = values > MAX_VALUES ? 0 : agreeing(truth, predicted);
    return new Counts(count(truth), values, matched);
  }

  private static long count(JsonNode node) {
    if (node.isContainerNode()) {
      long sum = 0;
      for (JsonNode child : node) {
        sum += count(child);
      }
      return sum;
    }
    return text(node).isEmpty() ? 0 : 1;
  }

  private static long agreeing(JsonNode truth, JsonNode predicted) {
    if (truth.isObject() && predicted.isObject()) {
      long sum = 0;
      for (Map.Entry<String, JsonNode> entry : truth.properties()) {
        JsonNode other = predicted.get(entry.getKey());
        sum += other == null ? 0 : agreeing(entry.getValue(), other);
      }
      return sum;
    }
    if (truth.isArray() && predicted.isArray()) {
      return agreeingRows(truth, predicted);
    }
    if (truth.isValueNode() && predicted.isValueNode()) {
      String text = text(truth);
      return !text.isEmpty() && text.equals(text(predicted)) ? 1 : 0;
    }
    return 0;
  }

  private static long agreeingRows(JsonNode truth, JsonNode predicted) {
    int rows = Math.min(truth.size(), MAX_ROWS);
    int columns = Math.min(predicted.size(), MAX_ROWS);
    long[][] weights = new long[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        weights[row][column] = agreeing(truth.get(row), predicted.get(column));
      }
    }
    return Assignment.largestSum(weights);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : NormalText.of(value.asText());
  }
}

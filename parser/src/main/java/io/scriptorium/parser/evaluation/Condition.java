package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What a document looks like, as its truth tells. */
enum Condition {
  CLEAN,
  /** Like a scan: skewed, blurred, noisy and the like. */
  DEGRADED,
  /** The truth does not say. */
  UNKNOWN;

  /** Told by {@code clean}, or else by whether any {@code degradations} are listed. */
  static Condition of(JsonNode truth) {
    JsonNode clean = truth.path("clean");
    if (clean.isBoolean()) {
      return clean.booleanValue() ? CLEAN : DEGRADED;
    }
    JsonNode degradations = truth.path("degradations");
    if (degradations.isContainerNode()) {
      return degradations.isEmpty() ? CLEAN : DEGRADED;
    }
    return UNKNOWN;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

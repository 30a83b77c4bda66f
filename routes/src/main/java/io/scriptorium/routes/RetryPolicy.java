package io.scriptorium.routes;

import java.time.Duration;

/**
 * How often a document is tried when its surroundings fail, and how long to wait in between.
 *
 * @param attempts tries in all, the first one included
 * @param firstDelay wait after the first try; it doubles after each further one
 * @param longestDelay where the doubling ends
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts (" + attempts + ") is less than 1");
    }
    if (longestDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "longestDelay (" + longestDelay + ") is shorter than firstDelay (" + firstDelay + ")");
    }
  }

  /** Wait after the given try, counted from one. */
  Duration delayAfter(int attempt) {
    // 2^30 times any delay is past every longest delay that the configuration admits.
    Duration doubled = firstDelay.multipliedBy(1L << Math.min(attempt - 1, 30));
    return doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
  }
}

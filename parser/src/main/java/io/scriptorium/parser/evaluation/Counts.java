package io.scriptorium.parser.evaluation;

import java.util.OptionalDouble;

/** How many things there are, how many were read, and how many of these agree. */
record Counts(long truth, long predicted, long matched) {
  static final Counts NONE = new Counts(0, 0, 0);

  Counts {
    if (matched < 0 || matched > truth || matched > predicted) {
      throw new IllegalArgumentException(
          matched + " of " + truth + " and " + predicted + " cannot agree");
    }
  }

  Counts plus(Counts other) {
    return new Counts(truth + other.truth, predicted + other.predicted, matched + other.matched);
  }

  /** Of what was read, the part that agrees; empty if nothing was read. */
  OptionalDouble precision() {
    return ratio(matched, predicted);
  }

  /** Of what there is, the part that was read; empty if there is nothing. */
  OptionalDouble recall() {
    return ratio(matched, truth);
  }

  /** The harmonic mean of both; empty if there is nothing and nothing was read. */
  OptionalDouble f1() {
    return ratio(2 * matched, truth + predicted);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}

package io.scriptorium.htmlschema;

import java.util.OptionalDouble;

/**
 * What is known of a block beside its place and its content. A model does not say it: roles come
 * from comparing pages, confidence from the probabilities of a model's tokens.
 *
 * @param confidence between 0 and 1, rounded to thousandths; empty if it is not known
 */
public record Marks(Role role, OptionalDouble confidence) {
  /** A block of the body whose confidence is not known. */
  public static final Marks NONE = new Marks(Role.BODY, OptionalDouble.empty());

  private static final double STEPS = 1000;

  public Marks {
    if (confidence.isPresent()) {
      double value = confidence.getAsDouble();
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("confidence " + value + " is not between 0 and 1");
      }
      // Sums on different machines differ in the last digits, which mean nothing.
      confidence = OptionalDouble.of(Math.rint(value * STEPS) / STEPS);
    }
  }

  public Marks withRole(Role newRole) {
    return new Marks(newRole, confidence);
  }

  public Marks withConfidence(double value) {
    return new Marks(role, OptionalDouble.of(value));
  }
}

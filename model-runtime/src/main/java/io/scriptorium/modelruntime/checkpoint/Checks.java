package io.scriptorium.modelruntime.checkpoint;

/** Range checks of the configuration records. The limits keep every later product in its type. */
final class Checks {
  static final int MAX_LAYERS = 4096;
  static final int MAX_WIDTH = 1 << 20;
  static final int MAX_VOCABULARY = 1 << 24;

  private Checks() {}

  static void inRange(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s (%d) is outside %d..%d".formatted(name, value, min, max));
    }
  }

  static void multiple(String name, int value, String unitName, int unit) {
    if (value % unit != 0) {
      throw new IllegalArgumentException(
          "%s (%d) is no multiple of %s (%d)".formatted(name, value, unitName, unit));
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("%s (%s) is not positive".formatted(name, value));
    }
  }
}

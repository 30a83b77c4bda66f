package io.scriptorium.renderer.pool;

import java.time.Duration;

/** Limits as people read them. */
final class Limits {
  private static final long UNIT = 1024;

  private Limits() {}

  /** Such as {@code 60 s} or {@code 250 ms}. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** Such as {@code 1 GiB}, in the largest unit that needs no fraction. */
  static String text(long bytes) {
    String unit = "B";
    long number = bytes;
    for (String larger : new String[] {"KiB", "MiB", "GiB", "TiB"}) {
      if (number % UNIT != 0 || number == 0) {
        break;
      }
      number /= UNIT;
      unit = larger;
    }
    return number + " " + unit;
  }
}

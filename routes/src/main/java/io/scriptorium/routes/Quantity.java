package io.scriptorium.routes;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them: a whole number and a unit. */
public final class Quantity {
  private static final Duration LONGEST = Duration.ofDays(20);
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})\\s?([A-Za-z]+)");
  private static final Map<String, Duration> TIME_UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZE_UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  private Quantity() {}

  /**
   * Reads a duration of up to 20 days, such as {@code 30s}.
   *
   * @throws IllegalArgumentException saying what it should be
   */
  public static Duration duration(String text) {
    Matcher parts = NUMBER_AND_UNIT.matcher(text);
    Duration unit = parts.matches() ? TIME_UNITS.get(parts.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("is not a duration such as 500ms, 30s, 5m, 6h or 1d");
    }
    Duration duration = unit.multipliedBy(Long.parseLong(parts.group(1)));
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("is not between 1ms and " + LONGEST.toDays() + "d");
    }
    return duration;
  }

  /**
   * Reads a number of bytes, such as {@code 16MiB}.
   *
   * @throws IllegalArgumentException saying what it should be
   */
  public static long size(String text) {
    Matcher parts = NUMBER_AND_UNIT.matcher(text);
    Long unit = parts.matches() ? SIZE_UNITS.get(parts.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("is not a size such as 500KiB or 16MiB");
    }
    return unit * Long.parseLong(parts.group(1));
  }
}

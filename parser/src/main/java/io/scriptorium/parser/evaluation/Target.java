package io.scriptorium.parser.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a figure should reach.
 *
 * @param condition the documents it is about; null for all
 * @param bound least value of a metric that should be high, largest of one that should be low
 */
public record Target(@Nullable Condition condition, Metric metric, double bound) {
  /** What the model that comes with the program is trained to reach. */
  public static final List<Target> DEFAULTS =
      parse(
          "clean.cer=0.02,clean.f1At50=0.95,clean.teds=0.93,clean.keyValues=0.95,degraded.cer=0.06");

  /** A target and what was reached; empty if nothing was measured, which is not enough. */
  public record Outcome(Target target, OptionalDouble reached) {
    /** Whether the target is reached. */
    public boolean isMet() {
      return reached.isPresent() && target.metric.meets(reached.getAsDouble(), target.bound);
    }

    /** For example {@code clean.cer is 0.0312, the target is at most 0.02}. */
    public String text() {
      String value =
          reached.isPresent()
              ? String.format(Locale.ROOT, "%.4f", reached.getAsDouble())
              : "not measured";
      return "%s is %s, the target is %s %s"
          .formatted(
              target.name(),
              value,
              target.metric.higherIsBetter() ? "at least" : "at most",
              target.bound);
    }
  }

  /**
   * Reads a list such as {@code cer=0.05,clean.teds=0.9}.
   *
   * @throws IllegalArgumentException if it is none; the text says what is expected
   */
  public static List<Target> parse(String list) {
    List<Target> targets = new ArrayList<>();
    for (String entry : list.split(",", -1)) {
      targets.add(one(entry.strip()));
    }
    return targets;
  }

  private static Target one(String entry) {
    int equals = entry.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("'" + entry + "' is not of the form METRIC=VALUE");
    }
    String name = entry.substring(0, equals);
    Condition condition = null;
    for (Condition each : List.of(Condition.CLEAN, Condition.DEGRADED)) {
      if (name.startsWith(each.label() + ".")) {
        condition = each;
        name = name.substring(each.label().length() + 1);
      }
    }
    String key = name;
    Metric metric =
        Metric.find(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no metric '" + key + "'; there are " + metrics()));
    return new Target(condition, metric, bound(entry.substring(equals + 1)));
  }

  private static double bound(String text) {
    double bound;
    try {
      bound = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a number", e);
    }
    if (!(bound >= 0 && bound <= 1)) {
      throw new IllegalArgumentException("'" + text + "' is not between 0 and 1");
    }
    return bound;
  }

  private static String metrics() {
    return Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.joining(", "));
  }

  String name() {
    return condition == null ? metric.key() : condition.label() + "." + metric.key();
  }
}

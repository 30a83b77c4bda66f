package io.scriptorium.samples.synth.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers are written.
 *
 * @param group between thousands, may be empty
 * @param point before decimals
 */
record NumberStyle(String group, String point) {
  String write(double value, int decimals) {
    return write(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  String write(BigDecimal value) {
    String[] parts = value.abs().toPlainString().split("\\.", 2);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int at = out.length() - 3; at > 0; at -= 3) {
      out.insert(at, group);
    }
    if (value.signum() < 0) {
      out.insert(0, '-');
    }
    return parts.length == 1 ? out.toString() : out + point + parts[1];
  }
}

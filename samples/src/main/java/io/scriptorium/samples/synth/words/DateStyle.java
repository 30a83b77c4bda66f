package io.scriptorium.samples.synth.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How dates are written.
 *
 * @param pattern with D or DD for the day, M or MM for the month's number, MMM and MMMM for its
 *     short and its whole name, YY and YYYY for the year
 * @param months each with its short form
 */
record DateStyle(String pattern, List<List<String>> months) {
  private static final Pattern FIELD = Pattern.compile("D{1,2}|M{1,4}|Y{4}|Y{2}");

  DateStyle {
    months = List.copyOf(months);
    if (months.size() != 12) {
      throw new IllegalArgumentException("a year has 12 months, not " + months.size());
    }
  }

  String write(LocalDate date) {
    return FIELD
        .matcher(pattern)
        .replaceAll(match -> Matcher.quoteReplacement(field(match.group(), date)));
  }

  private String field(String field, LocalDate date) {
    return switch (field) {
      case "D" -> String.valueOf(date.getDayOfMonth());
      case "DD" -> padded(date.getDayOfMonth());
      case "M" -> String.valueOf(date.getMonthValue());
      case "MM" -> padded(date.getMonthValue());
      case "MMM" -> months.get(date.getMonthValue() - 1).get(1);
      case "MMMM" -> months.get(date.getMonthValue() - 1).get(0);
      case "YY" -> padded(date.getYear() % 100);
      default -> String.valueOf(date.getYear());
    };
  }

  private static String padded(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}

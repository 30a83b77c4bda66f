package io.scriptorium.routes;

import io.scriptorium.parser.ExportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** What the value of an option may be. A value that is not is told so in one clause. */
enum OptionType {
  FOLDER("folder", OptionType::path),
  FILE("file", OptionType::path),
  FORMATS("list of formats", ExportFormat::parse),
  YES_NO("yes or no", OptionType::yes),
  COUNT("number from 1 to 100", text -> number(text, 1, 100)),
  COUNT_OR_NONE("number from 0 to 100", text -> number(text, 0, 100)),
  PROCESSES("number from 1 to 256", text -> number(text, 1, 256)),
  DPI("number from 18 to 2400", text -> number(text, 18, 2400)),
  PIXELS("number from 1 to 536870912", text -> number(text, 1, 1 << 29)),
  DURATION("duration: a number with ms, s, m, h or d", Quantity::duration),
  SIZE("size: a number with B, KiB or MiB", OptionType::size),
  MEMORY("size from 16MiB to 1024GiB", OptionType::memory),
  BROKERS("list of host:port", text -> matching(BrokerNames.LIST, text, "host:port,host:port")),
  TOPIC("topic name", text -> matching(TopicNames.NAME, text, "letters, digits, '.', '_' and '-'")),
  NAME("name", text -> matching(TopicNames.NAME, text, "letters, digits, '.', '_' and '-'")),
  CRON("Quartz cron expression", OptionType::cron),
  TIME_ZONE("time zone such as Europe/Berlin", OptionType::timeZone);

  private static final int LARGEST = 1 << 30;
  private static final long LEAST_MEMORY = 16L << 20;
  private static final long MOST_MEMORY = 1L << 40;
  private static final Pattern QUARTZ_MARKS = Pattern.compile("(?<!\\d)9[89](?!\\d)");

  private final String description;
  private final Function<String, Object> parser;

  OptionType(String description, Function<String, Object> parser) {
    this.description = description;
    this.parser = parser;
  }

  /** For the reference of options. */
  String description() {
    return description;
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException saying what it should be
   */
  Object parse(String text) {
    return parser.apply(text);
  }

  private static Object path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is not a path: " + e.getReason(), e);
    }
  }

  private static Object yes(String text) {
    if (!text.matches("yes|no")) {
      throw new IllegalArgumentException("is neither yes nor no");
    }
    return text.equals("yes");
  }

  private static Object number(String text, int least, int most) {
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException("is not a number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  private static Object size(String text) {
    long size = Quantity.size(text);
    if (size == 0 || size > LARGEST) {
      throw new IllegalArgumentException("is not between 1B and " + (LARGEST >> 20) + "MiB");
    }
    return (int) size;
  }

  private static Object memory(String text) {
    long size = Quantity.size(text);
    if (size < LEAST_MEMORY || size > MOST_MEMORY) {
      throw new IllegalArgumentException(
          "is not between %dMiB and %dGiB".formatted(LEAST_MEMORY >> 20, MOST_MEMORY >> 30));
    }
    return size;
  }

  private static Object matching(Pattern pattern, String text, String form) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("may only have the form " + form);
    }
    return text;
  }

  private static Object cron(String text) {
    try {
      CronExpression.validateExpression(text);
      // Quartz reads 98 and 99 as its own marks for '?' and '*', and passes an eighth field by.
      if (QUARTZ_MARKS.matcher(text).find() || text.split("\\s+").length > 7) {
        throw new ParseException("98, 99 and more than seven fields are not allowed", 0);
      }
    } catch (ParseException e) {
      // Where Quartz failed itself, its text ends with the failure in parentheses.
      String reason = String.valueOf(e.getMessage()).replaceFirst(" \\(java\\..*", "");
      throw new IllegalArgumentException("is not a Quartz cron expression: " + reason, e);
    }
    return text;
  }

  private static Object timeZone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is not a time zone such as UTC or Europe/Berlin", e);
    }
  }

  /** Here because constants of an enum cannot use its own static fields. */
  private static final class TopicNames {
    static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
  }

  private static final class BrokerNames {
    private static final String ONE = "(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]):\\d{1,5}";
    static final Pattern LIST = Pattern.compile(ONE + "(?:,\\s*" + ONE + ")*");
  }
}

package io.scriptorium.routes;

/** Makes names from outside fit for a log line, a reason file and a title. */
final class Label {
  private static final int LONGEST = 200;

  private Label() {}

  /** The name as {@link Printable} has it, cut to a readable length. */
  static String of(String raw) {
    if (raw.codePointCount(0, raw.length()) <= LONGEST) {
      return Printable.of(raw);
    }
    return Printable.of(raw.substring(0, raw.offsetByCodePoints(0, LONGEST))) + "…";
  }
}

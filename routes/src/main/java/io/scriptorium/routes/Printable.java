package io.scriptorium.routes;

/** Makes text from outside fit for a terminal and for a line of a log. */
public final class Printable {
  private Printable() {}

  /**
   * The text with line breaks, terminal escapes, marks of writing direction and the like as
   * escapes.
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (steers(character)) {
                printable.append("\\u{%04x}".formatted(character));
              } else {
                printable.appendCodePoint(character);
              }
            });
    return printable.toString();
  }

  private static boolean steers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

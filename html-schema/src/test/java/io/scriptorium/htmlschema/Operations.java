package io.scriptorium.htmlschema;

/** Counts what classes of an {@link OperationCounter} do. For one thread. */
public final class Operations {
  /** So far. */
  public static long count;

  private Operations() {}

  /** In the place of the string's own, whose search costs as much as it passes. */
  public static int indexOf(String text, int character) {
    return indexOf(text, character, 0);
  }

  public static int indexOf(String text, int character, int from) {
    return counted(text, text.indexOf(character, from), from);
  }

  public static int indexOf(String text, String part) {
    return indexOf(text, part, 0);
  }

  public static int indexOf(String text, String part, int from) {
    return counted(text, text.indexOf(part, from), from);
  }

  public static String substring(String text, int from) {
    return substring(text, from, text.length());
  }

  public static String substring(String text, int from, int to) {
    count += to - from;
    return text.substring(from, to);
  }

  private static int counted(String text, int found, int from) {
    count += (found < 0 ? text.length() : found) - Math.min(from, text.length());
    return found;
  }
}

package io.scriptorium.htmlschema;

/** Brings texts of a model into the form in which results hold them. */
public final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** Single spaces, lines without space around them, nothing blank before and after. */
  static String flowing(String text) {
    String clean = withoutForbidden(text);
    StringBuilder out = new StringBuilder(clean.length());
    boolean space = false;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == '\n') {
        out.append(c);
        space = false;
      } else if (isSpace(c)) {
        space = true;
      } else {
        if (space && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
          out.append(' ');
        }
        out.append(c);
        space = false;
      }
    }
    return trimmed(out);
  }

  /**
   * Inner white space kept, nothing blank before and after. What must not stand in a text becomes
   * U+FFFD; controls that override the direction of writing go, as they can make a text look like
   * another.
   */
  public static String verbatim(String text) {
    return trimmed(withoutForbidden(text));
  }

  /** White space of HTML; a no-break space is text. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  static boolean isBlank(CharSequence text) {
    return text.chars().allMatch(c -> isSpace((char) c));
  }

  /**
   * Line ends become {@code \n}; controls, lone surrogates and non-characters become U+FFFD; the
   * controls that override the direction of writing go, as they can make a text look like another.
   * The same string if there is nothing to do.
   */
  static String withoutForbidden(String text) {
    return withoutForbidden(text, new SourceMap());
  }

  /** The same, with a note of what stood where. */
  static String withoutForbidden(String text, SourceMap map) {
    int clean = 0;
    while (clean < text.length() && isPlain(text.charAt(clean))) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, clean);
    for (int i = clean; i < text.length(); ) {
      int c = text.codePointAt(i);
      int before = out.length();
      int next = i + Character.charCount(c);
      if (c == '\r') {
        out.append('\n');
        if (next < text.length() && text.charAt(next) == '\n') {
          next++;
        }
      } else if (isForbidden(c)) {
        out.append(REPLACEMENT);
      } else if (!overridesDirection(c)) {
        out.appendCodePoint(c == '\f' ? ' ' : c);
      }
      if (out.length() - before != next - i) {
        map.copied(out.length(), next);
      }
      i = next;
    }
    return out.toString();
  }

  /** Whether a character must not stand in a text. */
  static boolean isForbidden(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\f' || c == '\r';
    return (Character.isISOControl(c) && !space)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  static boolean overridesDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isPlain(char c) {
    return c >= ' ' ? c < 0x7F || (c > 0x9F && c < 0x2000) : c == '\n' || c == '\t';
  }

  private static String trimmed(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }
}

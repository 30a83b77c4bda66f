package io.scriptorium.parser.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes HTML and SVG. Tags come from code only; every text and every attribute goes through {@link
 * #text}, which leaves nothing that a browser would take for more than text.
 */
final class Markup {
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;

  Markup(Writer out) {
    this.out = out;
  }

  /** Markup as it stands in the code. */
  Markup raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** Markup of the code, with figures in it. */
  Markup format(String markup, Object... figures) throws IOException {
    return raw(String.format(Locale.ROOT, markup, figures));
  }

  /** Text of any origin, in an element or in a quoted attribute. */
  Markup text(String text) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        case '\n', '\t' -> out.write(c);
        default -> character(c);
      }
    }
    return this;
  }

  private void character(int c) throws IOException {
    int type = Character.getType(c);
    if (type == Character.CONTROL || type == Character.SURROGATE) {
      out.write(REPLACEMENT);
    } else if (!overridesDirection(c)) {
      out.write(Character.toString(c));
    }
  }

  private static boolean overridesDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** An element that holds text only. */
  Markup element(String name, String text) throws IOException {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }
}

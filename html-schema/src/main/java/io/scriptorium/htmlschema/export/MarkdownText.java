package io.scriptorium.htmlschema.export;

import java.util.regex.Pattern;

/**
 * Spells texts so that no reader of Markdown finds markup in them. A bare address stays as it is:
 * who makes a link of it leads where it says.
 */
final class MarkdownText {
  /** Mean something anywhere in a line. */
  private static final String ANYWHERE = "\\`*_[]<>|~$#";

  /** Mean something at the start of a line. */
  private static final String AT_START = "+-=:";

  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern ENTITY = Pattern.compile("&(?=[#A-Za-z])");

  private MarkdownText() {}

  /**
   * A text of one or more lines.
   *
   * @param lineBreak what stands between two lines
   */
  static String escaped(String text, String lineBreak) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!out.isEmpty()) {
        out.append(lineBreak);
      }
      out.append(line(line));
    }
    return out.toString();
  }

  private static String line(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (ANYWHERE.indexOf(c) >= 0 || (i == 0 && AT_START.indexOf(c) >= 0)) {
        out.append('\\');
      }
      out.append(c);
    }
    String plain = NUMBERED.matcher(out).replaceFirst("$1\\\\$2");
    return ENTITY.matcher(plain).replaceAll("&amp;");
  }
}

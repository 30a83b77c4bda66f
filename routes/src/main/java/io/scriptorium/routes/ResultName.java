package io.scriptorium.routes;

import io.scriptorium.parser.FileNames;
import java.util.regex.Pattern;

/** Names result folders in the outbox, where every document of whatever name has its own. */
final class ResultName {
  private static final int LONGEST_BYTES = 120;
  private static final int ID_LETTERS = 12;
  // Windows shares refuse these, whatever follows the first dot.
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private ResultName() {}

  /**
   * The document's name made harmless, and the first twelve digits of its id: the same document
   * under the same name comes to the same folder, any other to another.
   */
  static String of(String name, String id) {
    StringBuilder harmless = new StringBuilder();
    name.codePoints().map(ResultName::harmless).forEach(harmless::appendCodePoint);
    String plain = FileNames.cut(harmless.toString(), LONGEST_BYTES);
    boolean prefixed = RESERVED.matcher(plain).matches() || ".-".indexOf(first(plain)) >= 0;
    return (prefixed ? "_" : "") + plain + "-" + id.substring(0, ID_LETTERS);
  }

  private static char first(String text) {
    return text.isEmpty() ? '.' : text.charAt(0);
  }

  private static int harmless(int c) {
    boolean kept =
        Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || "._-()+,=@".indexOf(c) >= 0;
    return kept ? c : '_';
  }
}

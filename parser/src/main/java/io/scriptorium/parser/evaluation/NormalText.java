package io.scriptorium.parser.evaluation;

import java.text.Normalizer;

/**
 * Texts as they are compared: in Unicode's composed form (NFC), each run of white space a single
 * space, none at the ends. No-break and other printed spaces are white space here, since nobody can
 * tell them apart on a page.
 */
final class NormalText {
  private NormalText() {}

  static String of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !out.isEmpty();
      } else {
        if (space) {
          out.append(' ');
        }
        out.appendCodePoint(c);
        space = false;
      }
    }
    return out.toString();
  }

  static int[] codePoints(String text) {
    return of(text).codePoints().toArray();
  }
}

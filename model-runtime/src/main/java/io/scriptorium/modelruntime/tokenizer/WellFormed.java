package io.scriptorium.modelruntime.tokenizer;

/** Text that has a UTF-8 form: lone surrogates are replaced by U+FFFD. */
final class WellFormed {

  private static final char REPLACEMENT = '\ufffd';

  private WellFormed() {}

  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text);
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text) {
    StringBuilder wellFormed = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(wellFormed::appendCodePoint);
    return wellFormed.toString();
  }
}

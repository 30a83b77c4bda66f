package io.scriptorium.htmlschema;

/**
 * Where a tag ends, and what is missing there.
 *
 * @param position copy up to here
 * @param missing then write this
 * @param resume go on from here
 * @param cut whether the text ends inside the tag
 */
record TagEnd(int position, String missing, int resume, boolean cut) {
  /** Looks for the end of a tag behind its name. */
  static TagEnd find(String text, int from) {
    boolean valueFollows = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return new TagEnd(i + 1, "", i + 1, false);
      }
      if (c == '<') {
        return new TagEnd(i, ">", i, false);
      }
      if (valueFollows && (c == '"' || c == '\'')) {
        int close = closingQuote(text, i);
        if (close < 0) {
          return unclosed(text, i, ~close);
        }
        i = close;
      }
      valueFollows = c == '=' || (valueFollows && CleanText.isSpace(c));
    }
    return new TagEnd(text.length(), "", text.length(), true);
  }

  /** Index of the closing quote, or the complement of where the value must have ended before. */
  private static int closingQuote(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      if (text.charAt(i) == '<') {
        return ~i;
      }
    }
    return ~text.length();
  }

  /** A value that runs into the next tag lost its quote, most likely before the first {@code >}. */
  private static TagEnd unclosed(String text, int open, int limit) {
    String quote = text.substring(open, open + 1);
    int end = text.substring(open, limit).indexOf('>');
    if (end >= 0) {
      return new TagEnd(open + end, quote + ">", open + end + 1, false);
    }
    return limit == text.length()
        ? new TagEnd(limit, "", limit, true)
        : new TagEnd(limit, quote + ">", limit, false);
  }
}

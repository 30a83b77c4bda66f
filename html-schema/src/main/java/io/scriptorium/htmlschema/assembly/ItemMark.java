package io.scriptorium.htmlschema.assembly;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number before an item of an ordered list that was read as a text: {@code 2.}, {@code (2)},
 * {@code b)}.
 *
 * @param number from 1; that of a letter is its place in the alphabet
 * @param text of the item
 */
record ItemMark(int number, String text) {
  private static final Pattern MARKED =
      Pattern.compile(
          "\\s*(?:(\\d{1,3})\\.|\\(?(\\d{1,3}|[A-Za-z])\\))\\s+(\\S.*)", Pattern.DOTALL);

  static Optional<ItemMark> of(String text) {
    Matcher marked = MARKED.matcher(text);
    if (!marked.matches()) {
      return Optional.empty();
    }
    String mark = marked.group(1) == null ? marked.group(2) : marked.group(1);
    char first = mark.toLowerCase(Locale.ROOT).charAt(0);
    int number = Character.isDigit(first) ? Integer.parseInt(mark) : first - 'a' + 1;
    return Optional.of(new ItemMark(number, marked.group(3)));
  }
}

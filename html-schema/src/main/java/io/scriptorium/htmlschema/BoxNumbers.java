package io.scriptorium.htmlschema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of boxes in an answer that is still being written, up to the quote behind them. */
public final class BoxNumbers {
  /** Longer than any box that is one, and what a model may fill without an end is not searched. */
  private static final int REACH = 64;

  private static final Pattern OPEN = Pattern.compile("data-bbox=[\"'][\\d ]*+$");
  private static final Pattern PART = Pattern.compile("(?=.)[\\d ]*(?:[\"']>?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}+");

  private BoxNumbers() {}

  /**
   * Whether the answer goes on with numbers of a box or ends them.
   *
   * @param html the answer so far
   * @param next what it would go on with
   */
  public static boolean goOn(CharSequence html, String next) {
    return PART.matcher(next).matches()
        && OPEN.matcher(html.subSequence(Math.max(0, html.length() - REACH), html.length())).find();
  }

  /**
   * The numbers in pixels of the same picture at another size, and what is behind them.
   *
   * @param numbers across and down by turns
   * @param whole whether the last number has all of its digits; if not, it is left out
   */
  public static String scaled(String numbers, boolean whole, PageSize from, PageSize to) {
    StringBuilder scaled = new StringBuilder();
    Matcher number = NUMBER.matcher(numbers);
    int end = 0;
    for (int count = 0; number.find() && (whole || number.end() < numbers.length()); count++) {
      boolean isAcross = count % 2 == 0;
      long value = Long.parseLong(number.group());
      int extent = isAcross ? from.width() : from.height();
      int other = isAcross ? to.width() : to.height();
      scaled.append(numbers, end, number.start());
      scaled.append(Math.round((double) value * other / extent));
      end = number.end();
    }
    return scaled.append(whole ? numbers.substring(end) : spaces(numbers, end)).toString();
  }

  private static String spaces(String numbers, int from) {
    int end = from;
    while (end < numbers.length() && numbers.charAt(end) == ' ') {
      end++;
    }
    return numbers.substring(from, end);
  }
}

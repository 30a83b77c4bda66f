package io.scriptorium.htmlschema.assembly;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that may be the number of a page: {@code 7}, {@code - 7 -}, {@code Page 7 of 12}, {@code
 * vii}.
 *
 * @param style what all numbers of a document share
 * @param isPlain whether word and total leave no doubt
 */
record PageNumber(int value, String style, boolean isPlain) {
  private static final int MAX_LENGTH = 40;
  private static final String ROMAN_DIGITS = "ivxlcdm";
  private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100, 500, 1000};

  private static final Pattern FORM =
      Pattern.compile(
          "[-–—•|(\\[ ]{0,3}(page|seite|s\\.|p\\.|pg\\.|página|pág\\.|pagina|blatt)? {0,2}"
              + "(\\d{1,4}|[ivxlc]{1,7})(?: {0,2}(/|of|von|de|sur) {0,2}(\\d{1,4}))?"
              + "[-–—•|)\\] ]{0,3}");

  /** Null if the text is none. */
  static @Nullable PageNumber find(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return null;
    }
    String digits = form.group(2);
    boolean roman = ROMAN_DIGITS.indexOf(digits.charAt(0)) >= 0;
    int value = roman ? roman(digits) : Integer.parseInt(digits);
    String word = form.group(1);
    String total = form.group(4);
    boolean plain = word != null && total != null && value <= Integer.parseInt(total);
    return new PageNumber(value, (roman ? "roman " : "") + word + " " + total, plain);
  }

  /** Whether it is nothing but a number, and not that of the page as counted. */
  boolean isBareOtherThan(int page) {
    return style.endsWith("null null") && value != page;
  }

  private static int roman(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = romanDigit(digits, i);
      boolean before = i + 1 < digits.length() && digit < romanDigit(digits, i + 1);
      value += before ? -digit : digit;
    }
    return value;
  }

  private static int romanDigit(String digits, int index) {
    return ROMAN_VALUES[ROMAN_DIGITS.indexOf(digits.charAt(index))];
  }
}

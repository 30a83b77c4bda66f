package io.scriptorium.samples.synth.words;

import io.scriptorium.samples.synth.Dice;
import java.math.BigInteger;
import java.util.List;

/** Numbers and marks that follow a pattern, not a grammar. */
final class Codes {
  // Without those that many fonts draw alike: I, l, O.
  private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijkmnopqrstuvwxyz";
  private static final String HEXADECIMAL = "0123456789abcdef";
  // Without those that look like others when no word is around them: quotes, dashes, dots.
  private static final String MARKS =
      "!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~¡¢£¤¥§©«®°±²³µ¶»¼½¾¿×÷ÄÅÆÇÉÑÖØÜßáàâäåæçéèêëíîïñóôöøúûüÿœŒ€†‡‰™ŠšŽž";

  private static final List<String> PATTERNS =
      List.of(
          "^^-####-##",
          "^^^ ####",
          "####/##",
          "^##-*###",
          "^^##^^##",
          "##.###.##",
          "^*##^*",
          "*##^*#^*",
          "v#.#.#",
          "####-####-####",
          "#/####-^",
          "^-##/###",
          "^^_###",
          "###*",
          "0x%%%%",
          "%%%%%%%%",
          "#*#*-^##",
          "(##) ^###",
          "[^#-##]",
          "#^###:##",
          "*_#=##;",
          "<*##>",
          "{*#|*#}",
          "~/***/*##.***",
          "^:\\***\\***#",
          "**@#*",
          "*+*=##",
          "##·##·##",
          "§ ## ^^",
          "^.#.#-^",
          "\"^##\"",
          "'**#'",
          "##\\##",
          "#`##",
          "$^^^",
          "*(#)=#.##",
          "##%-#*",
          "#^*##^*",
          "&~~~~;",
          "~~~~~~",
          "~~~");

  private Codes() {}

  static String code(Dice dice) {
    return fill(dice.pick(PATTERNS), dice);
  }

  /**
   * Fills a pattern: # is a digit, ^ a capital, * a small letter, % a hexadecimal digit and ~ any
   * mark at all; other characters stand for themselves.
   */
  static String fill(String pattern, Dice dice) {
    StringBuilder out = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      switch (c) {
        case '#' -> out.append(dice.between(0, 9));
        case '^' -> out.append(any(CAPITALS, dice));
        case '*' -> out.append(any(SMALL, dice));
        case '%' -> out.append(any(HEXADECIMAL, dice));
        case '~' -> out.append(any(MARKS, dice));
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** An IBAN in groups of four; its check digits make the whole 1 modulo 97 (ISO 13616). */
  static String iban(String country, String account, Dice dice) {
    String number = fill(account, dice);
    StringBuilder digits = new StringBuilder();
    for (char c : (number + country + "00").toCharArray()) {
      digits.append(Character.getNumericValue(c));
    }
    int rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    int check = 98 - rest;
    String whole = country + (check < 10 ? "0" : "") + check + number;
    return whole.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static char any(String of, Dice dice) {
    return of.charAt(dice.between(0, of.length() - 1));
  }
}

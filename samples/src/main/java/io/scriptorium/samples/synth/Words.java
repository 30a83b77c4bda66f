package io.scriptorium.samples.synth;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Text of one language, made by grammars, by chance. Everything is invented, hosts end in {@code
 * .example}. How dates, numbers and amounts are written is chosen once and then kept, as within one
 * document. Text is plain: what a mark-up of the caller gives a meaning to, the caller escapes.
 * Spaces are ordinary ones, also where a line should not break. Not thread-safe.
 */
public interface Words {
  /** Every character that texts are made of, without the space. */
  String CHARACTERS =
      "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
          + "abcdefghijklmnopqrstuvwxyz{|}~¡¢£¤¥§©ª«®°±²³µ¶·¹º»¼½¾¿"
          + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖ×ØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõö÷øùúûüýÿ"
          + "ŒœŠšŽžŸ‘’“”„–—…•†‡‰€™";

  Language language();

  String word();

  String sentence();

  String paragraph(int sentences);

  /** A heading, without a full stop. */
  String title();

  String personName();

  String company();

  /** Street and place of a company or a person, one to four lines. */
  List<String> addressLines();

  String street();

  String city();

  String email();

  String phone();

  String website();

  /** An IBAN in groups of four, with right check digits. */
  String iban();

  String vatNumber();

  /** Something that is sold. */
  String product();

  String unit();

  /** A number as on a file, a part or an order. */
  String code();

  /** What is paid with where the document comes from. */
  Currency currency();

  /** Rates of value added tax in percent, the usual one first. */
  List<Double> taxRates();

  /** An amount without its currency. */
  String amount(long cents);

  String amount(long cents, Currency currency);

  /** A number with so many decimals, its thousands grouped. */
  String number(double value, int decimals);

  String date(LocalDate date);

  /**
   * @param value 19 for 19 %
   */
  String percent(double value);

  /** A fixed word, the same one each time. */
  String term(Term term);

  /** A text by another rule of the grammar. */
  String grown(String rule);
}

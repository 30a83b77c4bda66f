package io.scriptorium.samples.synth;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Text of one language, made by grammars, by chance. Not thread-safe. */
public interface Words {
  Language language();

  String word();

  String sentence();

  String paragraph(int sentences);

  String title();

  String personName();

  String company();

  List<String> addressLines();

  String street();

  String city();

  String email();

  String phone();

  String website();

  String iban();

  String vatNumber();

  String product();

  String unit();

  /** An amount without its currency. */
  String amount(long cents);

  String amount(long cents, Currency currency);

  String number(double value, int decimals);

  String date(LocalDate date);

  /**
   * @param value 19 for 19 %
   */
  String percent(double value);

  String term(Term term);
}

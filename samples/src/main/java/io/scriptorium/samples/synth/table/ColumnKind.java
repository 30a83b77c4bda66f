package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import io.scriptorium.samples.synth.flow.Phrase;
import java.time.LocalDate;

/** What stands in a column of a table. */
enum ColumnKind {
  WORD(Align.LEFT, 3),
  PHRASE(Align.LEFT, 2),
  SENTENCE(Align.LEFT, 0.5),
  PERSON(Align.LEFT, 1),
  CITY(Align.LEFT, 1),
  COMPANY(Align.LEFT, 0.7),
  PRODUCT(Align.LEFT, 1),
  UNIT(Align.LEFT, 0.6),
  INTEGER(Align.RIGHT, 3),
  DECIMAL(Align.RIGHT, 3),
  SIGNED(Align.RIGHT, 1),
  AMOUNT(Align.RIGHT, 2),
  PERCENT(Align.RIGHT, 1.5),
  DATE(Align.LEFT, 1),
  CODE(Align.LEFT, 1),
  CHECK(Align.CENTRE, 0.5);

  private final Align align;
  private final double weight;

  ColumnKind(Align align, double weight) {
    this.align = align;
    this.weight = weight;
  }

  Align align() {
    return align;
  }

  /** How often it occurs. */
  double weight() {
    return weight;
  }

  boolean isNumber() {
    return align == Align.RIGHT;
  }

  String value(Words words, Dice dice) {
    return switch (this) {
      case WORD -> capital(words.word());
      case PHRASE -> words.title();
      case SENTENCE -> words.sentence();
      case PERSON -> words.personName();
      case CITY -> words.city();
      case COMPANY -> words.company();
      case PRODUCT -> words.product();
      case UNIT -> words.unit();
      case INTEGER -> words.number(integer(dice), 0);
      case DECIMAL -> words.number(decimal(dice), dice.between(1, 2));
      case SIGNED -> (dice.chance(0.5) ? "−" : "+") + words.number(decimal(dice), 1);
      case AMOUNT -> words.amount(dice.between(1L, dice.chance(0.7) ? 99_999L : 99_999_999L));
      case PERCENT -> words.percent(dice.between(1, 999) / 10.0);
      case DATE -> words.date(LocalDate.of(1980, 1, 1).plusDays(dice.between(0, 20_000)));
      case CODE -> code(dice);
      case CHECK -> (dice.chance(0.5) ? Phrase.YES : Phrase.NO).in(words.language());
    };
  }

  static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static double integer(Dice dice) {
    return dice.between(0, dice.pick(9, 99, 999, 99_999, 9_999_999));
  }

  private static double decimal(Dice dice) {
    return dice.between(0, dice.pick(999, 9_999, 999_999)) / 100.0;
  }

  private static String code(Dice dice) {
    StringBuilder code = new StringBuilder();
    int letters = dice.between(0, 3);
    for (int i = 0; i < letters; i++) {
      code.append((char) ('A' + dice.between(0, 25)));
    }
    if (letters > 0) {
      code.append(dice.pick("-", "", ".", "/"));
    }
    int digits = dice.between(2, 5);
    for (int i = 0; i < digits; i++) {
      code.append(dice.between(0, 9));
    }
    if (dice.chance(0.2)) {
      code.append((char) ('a' + dice.between(0, 5)));
    }
    return code.toString();
  }
}

package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import java.time.LocalDate;

/** What forms ask for, and how it is answered. */
enum Answer {
  FAMILY_NAME(1),
  GIVEN_NAME(1),
  FULL_NAME(2),
  BIRTH_DATE(1),
  STREET(2),
  CITY(1),
  PHONE(1),
  EMAIL(2),
  OCCUPATION(1),
  COMPANY(2),
  IBAN(2),
  VAT_NUMBER(1),
  AMOUNT(1),
  DATE(1),
  CODE(1),
  SUBJECT(2),
  COUNT(1);

  private static final LocalDate FIRST_DAY = LocalDate.of(1940, 1, 1);

  private final int room;

  Answer(int room) {
    this.room = room;
  }

  /** How wide it is in relation to others. */
  int room() {
    return room;
  }

  String label(Words words) {
    return words.grown("FORM_" + name());
  }

  String value(Dice dice, Words words) {
    return switch (this) {
      case FAMILY_NAME -> words.grown("surname");
      case GIVEN_NAME -> words.grown("given");
      case FULL_NAME -> words.personName();
      case BIRTH_DATE -> words.date(FIRST_DAY.plusDays(dice.between(0, 24_000)));
      case STREET -> words.street();
      case CITY -> words.city();
      case PHONE -> words.phone();
      case EMAIL -> words.email();
      case OCCUPATION -> words.grown("FORM_JOB");
      case COMPANY -> words.company();
      case IBAN -> words.iban();
      case VAT_NUMBER -> words.vatNumber();
      case AMOUNT -> words.amount(dice.between(100, 2_000_000), words.currency());
      case DATE -> words.date(FIRST_DAY.plusDays(dice.between(20_000, 33_000)));
      case CODE -> words.code();
      case SUBJECT -> words.title();
      case COUNT -> String.valueOf(dice.between(1, 400));
    };
  }
}

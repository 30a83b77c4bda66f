package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What an invoice says besides its items.
 *
 * @param details in the order in which they are printed, the number first
 * @param sellerVat may be empty
 */
record InvoiceFacts(
    Party seller,
    Party buyer,
    String email,
    String phone,
    String website,
    String sellerVat,
    String iban,
    String bank,
    Currency currency,
    List<Detail> details) {
  private static final LocalDate FIRST_DAY = LocalDate.of(1998, 1, 1);

  InvoiceFacts {
    details = List.copyOf(details);
  }

  static InvoiceFacts make(Dice dice, Words words) {
    Party seller = Party.company(words);
    Party buyer = Party.anyone(dice, words);
    Currency own = words.currency();
    Currency currency =
        dice.chance(0.85) ? own : Currency.getInstance(dice.pick("EUR", "USD", "GBP", "CHF"));
    return new InvoiceFacts(
        seller,
        buyer,
        words.email(),
        words.phone(),
        words.website(),
        dice.chance(0.7) ? words.vatNumber() : "",
        words.iban(),
        words.company(),
        currency,
        details(dice, words));
  }

  private static List<Detail> details(Dice dice, Words words) {
    LocalDate date = FIRST_DAY.plusDays(dice.between(0, 13_000));
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("invoice_number", words.term(Term.INVOICE_NUMBER), number(dice, date)));
    details.add(new Detail("invoice_date", words.term(Term.DATE), words.date(date)));
    List<Detail> more = new ArrayList<>();
    LocalDate due = date.plusDays(dice.pick(7, 8, 10, 14, 15, 21, 30, 45, 60, 90));
    more.add(new Detail("due_date", words.term(Term.DUE), words.date(due)));
    LocalDate delivered = date.minusDays(dice.between(0, 20));
    more.add(new Detail("delivery_date", words.term(Term.DELIVERY_DATE), words.date(delivered)));
    more.add(
        new Detail(
            "order_number", words.term(Term.ORDER_NUMBER), number(dice, date.minusDays(30))));
    more.add(
        new Detail(
            "customer_number",
            words.term(Term.CUSTOMER_NUMBER),
            dice.pick("", "K", "C-", "D") + dice.between(1000, 999999)));
    details.addAll(dice.some(more, dice.between(0, more.size())));
    return details;
  }

  private static String number(Dice dice, LocalDate date) {
    int serial = dice.between(1, 99999);
    return switch (dice.between(0, 6)) {
      case 0 -> date.getYear() + "-" + serial;
      case 1 -> String.valueOf(serial + 100_000);
      case 2 -> dice.pick("RE", "INV", "FA", "F", "R", "FV", "AR") + "-" + serial;
      case 3 -> serial + "/" + date.getYear() % 100;
      case 4 -> date.getYear() + "/" + dice.pick("A", "B", "X", "QS") + "/" + serial;
      case 5 -> dice.pick("N", "Z", "KD") + serial + "." + dice.between(1, 9);
      default -> date.getYear() + String.valueOf(date.getMonthValue() + 100).substring(1) + serial;
    };
  }

  Detail number() {
    return details.get(0);
  }
}

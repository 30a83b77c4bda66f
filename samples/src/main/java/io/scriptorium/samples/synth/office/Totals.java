package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Term;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums under the items of an invoice: each line once, in the order of adding up. */
final class Totals {
  /**
   * @param grand whether it is what is to be paid
   */
  record Line(String label, String value, boolean grand) {}

  private final Desk desk;
  private final Words words;
  private final ItemTable table;
  private final Currency currency;
  private final boolean percents;
  private final boolean bases;
  private final boolean taxSum;
  private final boolean currencyNamed;

  Totals(Desk desk, ItemTable table, Currency currency) {
    this.desk = desk;
    this.words = desk.words();
    this.table = table;
    this.currency = currency;
    this.percents = desk.dice().chance(0.85);
    this.bases = desk.dice().chance(0.35);
    this.taxSum = desk.dice().chance(0.5);
    this.currencyNamed = desk.dice().chance(0.2);
  }

  List<Line> of(Bill bill) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.term(Term.SUBTOTAL), table.amount(bill.subtotal()), false));
    if (bill.discount() > 0) {
      lines.add(
          new Line(
              words.term(Term.DISCOUNT) + " " + words.percent(bill.discount()),
              table.amount(-bill.discounted()),
              false));
    }
    if (bill.shipping() > 0) {
      lines.add(new Line(words.term(Term.SHIPPING), table.amount(bill.shipping()), false));
    }
    List<Bill.Tax> taxes = bill.taxes();
    for (Bill.Tax tax : taxes) {
      lines.add(new Line(label(tax, taxes.size() > 1), table.amount(tax.amount()), false));
    }
    if (taxes.size() > 1 && taxSum) {
      lines.add(new Line(words.term(Term.TAX_TOTAL), table.amount(bill.taxTotal()), false));
    }
    lines.add(new Line(totalLabel(), totalValue(bill), true));
    return lines;
  }

  private String totalLabel() {
    String label = words.term(Term.TOTAL);
    return currencyNamed ? label + " (" + currency.getCurrencyCode() + ")" : label;
  }

  private String totalValue(Bill bill) {
    return currencyNamed ? words.amount(bill.total()) : words.amount(bill.total(), currency);
  }

  private String label(Bill.Tax tax, boolean several) {
    String label = words.term(Term.VAT);
    if (percents || several) {
      label += " " + words.percent(tax.rate());
    }
    return bases ? label + " (" + table.amount(tax.base()) + ")" : label;
  }

  /** Tells every sum that is printed. */
  void tell(Bill bill) {
    desk.values().put("currency", currencyAsPrinted());
    desk.values().put("subtotal", table.amount(bill.subtotal()));
    if (bill.discount() > 0) {
      desk.values().put("discount_total", table.amount(-bill.discounted()));
    }
    if (bill.shipping() > 0) {
      desk.values().put("shipping_total", table.amount(bill.shipping()));
    }
    List<Bill.Tax> taxes = bill.taxes();
    for (Bill.Tax tax : taxes) {
      Map<String, String> row = new LinkedHashMap<>();
      if (percents || taxes.size() > 1) {
        row.put("rate", words.percent(tax.rate()));
      }
      if (bases) {
        row.put("base", table.amount(tax.base()));
      }
      row.put("amount", table.amount(tax.amount()));
      desk.values().addRow("taxes", row);
    }
    if (taxes.size() == 1 || taxSum) {
      desk.values().put("tax_total", table.amount(bill.taxTotal()));
    }
    desk.values().put("total", totalValue(bill));
  }

  /** The sign or the code, whichever stands there; of two the one behind the amount. */
  private String currencyAsPrinted() {
    if (currencyNamed) {
      return currency.getCurrencyCode();
    }
    String amount = words.amount(0, currency);
    int at = amount.indexOf(words.amount(0));
    String after = amount.substring(at + words.amount(0).length()).strip();
    return after.isEmpty() ? amount.substring(0, at).strip() : after;
  }
}

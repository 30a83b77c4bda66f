package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.Words;
import java.util.ArrayList;
import java.util.List;

/** Makes up what invoices are about. */
final class Bills {
  private static final int MOST_ITEMS = 25;

  private Bills() {}

  static Bill make(Dice dice, Words words) {
    boolean several = dice.chance(0.3);
    boolean discounts = dice.chance(0.15);
    boolean parts = dice.chance(0.3);
    boolean one = dice.chance(0.1);
    List<Double> rates = words.taxRates();
    String prefix = dice.chance(0.5) ? dice.pick("A", "ART-", "P", "10", "M.", "") : "";
    int count = one ? 1 : Math.max(dice.between(1, MOST_ITEMS), dice.between(1, MOST_ITEMS));
    List<BillItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(
          new BillItem(
              prefix + dice.between(1000, 99999),
              words.product(),
              quantity(dice, parts),
              words.unit(),
              price(dice),
              discounts && dice.chance(0.4) ? dice.pick(2, 3, 5, 10, 15, 20, 25, 50) : 0,
              several ? dice.pick(rates) : rates.get(0)));
    }
    boolean plain = several || dice.chance(0.6);
    int discount = plain ? 0 : dice.pick(0, 2, 3, 5, 10);
    long shipping = plain || dice.chance(0.4) ? 0 : dice.between(290, 9900);
    return new Bill(items, discount, shipping);
  }

  private static long quantity(Dice dice, boolean parts) {
    if (parts && dice.chance(0.4)) {
      return dice.between(1, 80) * (long) dice.pick(25, 50, 75);
    }
    return 100L * (dice.chance(0.8) ? dice.between(1, 20) : dice.between(20, 1500));
  }

  /** Cheap things are as likely as dear ones. */
  private static long price(Dice dice) {
    long price = Math.round(StrictMath.exp(dice.between(2.0, 12.5)));
    return dice.chance(0.4) ? Math.max(5, price / 100 * 100 + dice.pick(0, 50, 90, 95, 99)) : price;
  }
}

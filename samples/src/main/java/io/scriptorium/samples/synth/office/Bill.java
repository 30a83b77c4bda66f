package io.scriptorium.samples.synth.office;

import java.util.List;
import java.util.TreeMap;

/**
 * The figures of an invoice, in cents.
 *
 * @param discount in percent of all items
 * @param shipping added before tax
 */
record Bill(List<BillItem> items, int discount, long shipping) {
  /** Tax of one rate, in percent, on all that has this rate. */
  record Tax(double rate, long base, long amount) {}

  Bill {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("an invoice has items");
    }
  }

  Bill first(int count) {
    return new Bill(items.subList(0, count), discount, shipping);
  }

  long subtotal() {
    return items.stream().mapToLong(BillItem::amount).sum();
  }

  long discounted() {
    return Math.floorDiv(subtotal() * discount + 50, 100);
  }

  /** By rate, the highest first; shipping is taxed, and the discount taken, with the first item. */
  List<Tax> taxes() {
    TreeMap<Double, Long> bases = new TreeMap<>((a, b) -> Double.compare(b, a));
    for (BillItem item : items) {
      bases.merge(item.rate(), item.amount(), Long::sum);
    }
    bases.merge(items.get(0).rate(), shipping - discounted(), Long::sum);
    return bases.entrySet().stream()
        .map(
            entry ->
                new Tax(entry.getKey(), entry.getValue(), tax(entry.getKey(), entry.getValue())))
        .toList();
  }

  private static long tax(double rate, long base) {
    return Math.round(base * rate / 100);
  }

  long taxTotal() {
    return taxes().stream().mapToLong(Tax::amount).sum();
  }

  long total() {
    return subtotal() - discounted() + shipping + taxTotal();
  }
}

package io.scriptorium.samples.synth.office;

/**
 * What one row of an invoice is about.
 *
 * @param hundredths of a unit that were sold
 * @param price of one unit, in cents
 * @param discount in percent
 * @param rate of tax in percent
 */
record BillItem(
    String code,
    String description,
    long hundredths,
    String unit,
    long price,
    int discount,
    double rate) {
  BillItem {
    if (hundredths < 1 || price < 0 || discount < 0 || discount > 100) {
      throw new IllegalArgumentException(
          hundredths + " hundredths at " + price + " less " + discount + " % cannot be sold");
    }
  }

  /** In cents, after the discount. */
  long amount() {
    return Math.floorDiv(Math.floorDiv(hundredths * price + 50, 100) * (100 - discount) + 50, 100);
  }
}

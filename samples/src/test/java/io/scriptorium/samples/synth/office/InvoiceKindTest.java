package io.scriptorium.samples.synth.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoiceKindTest {
  @Test
  void printedSumsAddUp() {
    for (int seed = 0; seed < 300; seed++) {
      Map<String, Object> values = DrawnPage.of(new InvoiceKind(), seed).values().asMap();

      long items = rows(values, "items").mapToLong(row -> cents(row.get("amount"))).sum();
      long taxes = rows(values, "taxes").mapToLong(row -> cents(row.get("amount"))).sum();
      long subtotal = cents(values.get("subtotal"));

      assertThat(items).as("seed %s", seed).isEqualTo(subtotal);
      assertThat(
              subtotal
                  + cents(values.get("discount_total"))
                  + cents(values.get("shipping_total"))
                  + taxes)
          .as("seed %s", seed)
          .isEqualTo(cents(values.get("total")));
    }
  }

  @Test
  void amountsAreQuantityTimesPriceLessDiscount() {
    assertThat(new BillItem("A1", "Rope", 250, "m", 333, 0, 20).amount()).isEqualTo(833);
    assertThat(new BillItem("A1", "Rope", 300, "m", 1000, 15, 20).amount()).isEqualTo(2550);
  }

  @Test
  void taxIsReckonedForEachRateOnAllItsItems() {
    Bill bill =
        new Bill(
            List.of(
                new BillItem("1", "Book", 100, "pc", 1005, 0, 7),
                new BillItem("2", "Lamp", 100, "pc", 10000, 0, 19),
                new BillItem("3", "Map", 100, "pc", 1000, 0, 7)),
            10,
            500);

    assertThat(bill.subtotal()).isEqualTo(12005);
    assertThat(bill.discounted()).isEqualTo(1201);
    assertThat(bill.taxes())
        .containsExactly(new Bill.Tax(19, 10000, 1900), new Bill.Tax(7, 2005 + 500 - 1201, 91));
    assertThat(bill.total()).isEqualTo(12005 - 1201 + 500 + 1991);
  }

  @Test
  void invoicesHaveFromOneToManyItems() {
    Set<Integer> counts = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      counts.add(
          (int) rows(DrawnPage.of(new InvoiceKind(), seed).values().asMap(), "items").count());
    }

    assertThat(counts).contains(1, 2, 5, 10, 15, 20).hasSizeGreaterThan(18);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, String>> rows(Map<String, Object> values, String key) {
    return ((List<Map<String, String>>) values.get(key)).stream();
  }

  /** Every printed amount has two decimals. */
  private static long cents(@Nullable Object amount) {
    if (amount == null) {
      return 0;
    }
    String text = (String) amount;
    long cents = Long.parseLong(text.replaceAll("[^0-9]", ""));
    return text.contains("-") ? -cents : cents;
  }
}

package io.scriptorium.samples.synth;

/** Words that invoices and forms need in every language. */
public enum Term {
  INVOICE,
  INVOICE_NUMBER,
  DATE,
  DUE,
  ITEM,
  QUANTITY,
  UNIT_PRICE,
  AMOUNT,
  SUBTOTAL,
  VAT,
  TOTAL,
  NAME,
  FIRST_NAME
}

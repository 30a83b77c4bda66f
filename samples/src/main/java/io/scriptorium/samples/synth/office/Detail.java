package io.scriptorium.samples.synth.office;

/**
 * A labelled value, as in the head of an invoice.
 *
 * @param key under which it is told
 */
record Detail(String key, String label, String value) {}

package io.scriptorium.samples.synth;

/** What pictures of pages look like. */
public enum Look {
  /** As drawn. */
  CLEAN,
  /** As a scanner or a bad copy would give them. */
  SCAN,
  /** Some as drawn, most as scanned. */
  MIXED
}

package io.scriptorium.samples.synth.table;

import io.scriptorium.samples.synth.Dice;

/**
 * How the header of a table stands out, so that everybody sees it is one.
 *
 * @param rows 0 to 2
 * @param firstColumn whether the first column names the rows; it is bold then
 * @param boldTotal whether the last row is bold where it sums up the others
 */
record Heads(
    int rows, boolean bold, Fill fill, boolean firstColumn, boolean centred, boolean boldTotal) {
  enum Fill {
    NONE,
    PALE,
    ACCENT
  }

  static Heads choose(Dice dice, TableLook look) {
    double chance = dice.fraction();
    int rows = chance < 0.1 ? 0 : chance < 0.8 ? 1 : 2;
    Fill fill = dice.pick(Fill.NONE, Fill.NONE, Fill.PALE, Fill.ACCENT);
    boolean ruled = look == TableLook.BOOK;
    boolean bold = dice.chance(0.7) || (fill == Fill.NONE && !ruled);
    return new Heads(rows, bold, fill, dice.chance(0.35), dice.chance(0.3), dice.chance(0.6));
  }
}

package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.synth.Dice;

/**
 * A value axis.
 *
 * @param first value of the lowest tick
 * @param step from tick to tick
 * @param ticks how many there are
 * @param decimals of the numbers at the ticks
 */
record Scale(double first, double step, int ticks, int decimals) {
  static Scale choose(Dice dice, boolean fromZero) {
    double step = dice.pick(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 500.0, 2000.0);
    int ticks = dice.between(4, 7);
    double first = fromZero || dice.chance(0.5) ? 0 : step * dice.between(1, 20);
    return new Scale(first, step, ticks, step < 1 ? 1 : 0);
  }

  double tick(int index) {
    return first + index * step;
  }

  double last() {
    return tick(ticks - 1);
  }

  /** Where a value lies between the first tick, at 0, and the last, at 1. */
  double place(double value) {
    return (value - first) / (last() - first);
  }

  /** A value at one of the ticks above the first. */
  double exact(Dice dice) {
    return tick(dice.between(1, ticks - 1));
  }

  /** Decimals of values that are printed, which lie between the ticks. */
  int fineDecimals() {
    return step < 5 ? decimals + 1 : decimals;
  }

  /** Any value that the printed decimals can tell. */
  double fine(Dice dice) {
    double unit = 1;
    for (int i = 0; i < fineDecimals(); i++) {
      unit *= 10;
    }
    double low = first + 0.1 * (last() - first);
    double high = last() - 0.05 * (last() - first);
    return Math.round(dice.between(low, high) * unit) / unit;
  }
}

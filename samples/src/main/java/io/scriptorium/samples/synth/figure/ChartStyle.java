package io.scriptorium.samples.synth.figure;

import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Desk;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;

/**
 * How the charts of one page look.
 *
 * @param label for all text
 * @param gridlines whether lines mark the ticks where values are not printed, too
 * @param hatched whether areas are told apart by hatches
 * @param legendBelow whether the legend stands under the plot
 * @param framed whether the plot has a line all around
 */
record ChartStyle(
    PageStyle page,
    TextStyle label,
    boolean gridlines,
    boolean hatched,
    boolean legendBelow,
    boolean framed) {
  static ChartStyle choose(Desk desk) {
    PageStyle page = desk.style();
    Dice dice = desk.dice();
    TextStyle small = page.small().in(page.ink());
    return new ChartStyle(
        page,
        dice.chance(0.6) ? small.in(page.display().regular()) : small,
        dice.chance(0.7),
        dice.chance(0.15),
        dice.chance(0.3),
        dice.chance(0.2));
  }

  TextStyle bold() {
    return label.face().equals(page.display().regular())
        ? label.in(page.display().bold())
        : label.in(page.text().bold());
  }

  /** Points between parts of a chart. */
  double gap() {
    return 0.5 * label.size();
  }
}

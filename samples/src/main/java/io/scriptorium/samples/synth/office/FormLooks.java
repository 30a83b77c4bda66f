package io.scriptorium.samples.synth.office;

import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.synth.Dice;
import io.scriptorium.samples.synth.PageStyle;
import java.awt.Color;

/**
 * The looks of one form.
 *
 * @param label of printed labels
 * @param filled of what was filled in
 * @param border of boxes and lines
 * @param gutter points between fields beside one another
 */
record FormLooks(
    Place place, Mark mark, TextStyle label, TextStyle filled, Color border, double gutter) {
  /** Where the label of a field stands. */
  enum Place {
    INSIDE,
    ABOVE,
    BESIDE,
    BELOW
  }

  /** How a box is ticked. */
  enum Mark {
    TICK,
    CROSS,
    BLOT
  }

  private static final Color[] INKS = {
    new Color(0x1B3A8C), new Color(0x1A1A1A), new Color(0x2B2B6B), new Color(0x303030)
  };

  static FormLooks choose(PageStyle style, Dice dice) {
    Color ink = dice.pick(INKS);
    TextStyle filled = dice.pick(style.mono(), style.mono(), style.body(), style.italic()).in(ink);
    TextStyle label =
        dice.pick(style.small(), style.small(), style.small().in(style.text().bold()));
    return new FormLooks(
        dice.pick(Place.values()),
        dice.pick(Mark.values()),
        label,
        filled.sized(style.size() * dice.between(1, 1.15)),
        dice.pick(style.ink(), style.hairline(), style.accent()),
        style.size() * dice.between(1, 2));
  }
}

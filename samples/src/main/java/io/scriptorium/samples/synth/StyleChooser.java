package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;
import java.util.List;

/** Chooses the looks of pages. */
final class StyleChooser {
  /** The smallest letters a picture shows, in pixels. */
  static final double FINEST = 8.5;

  private final FontSet fonts;

  StyleChooser(FontSet fonts) {
    this.fonts = fonts;
  }

  PageStyle choose(Dice dice, Geometry geometry) {
    FontFamily text = dice.pick(fonts.families());
    FontFamily display = dice.chance(0.6) ? text : dice.pick(fonts.families());
    Typeface mono = dice.pick(fonts.typewriters());
    double least = Math.max(7, Math.ceil(FINEST / 0.82 / geometry.scale() * 2) / 2);
    double most = Math.max(least, Math.min(24, geometry.width() / 26));
    // Most documents are set rather small.
    double share = dice.fraction() * dice.fraction();
    double size = Math.round((least + (most - least) * share) * 2) / 2.0;
    double leading = size * dice.between(1.15, 1.6);
    boolean white = dice.chance(0.85);
    Color paper = white ? Color.WHITE : hue(dice.fraction(), dice.between(0.01, 0.06), 1);
    Color ink =
        dice.chance(0.55)
            ? Color.BLACK
            : hue(dice.fraction(), dice.between(0, 0.5), dice.between(0.05, 0.3));
    boolean coloured = dice.chance(0.55);
    double accentHue = dice.fraction();
    Color accent = coloured ? hue(accentHue, dice.between(0.5, 1), dice.between(0.25, 0.6)) : ink;
    Color pale = hue(accentHue, coloured ? dice.between(0.03, 0.14) : 0, dice.between(0.9, 0.97));
    Color hairline = hue(accentHue, coloured ? 0.15 : 0, dice.between(0.35, 0.8));
    Align align = dice.pick(List.of(Align.LEFT, Align.JUSTIFIED));
    return new PageStyle(
        text,
        display,
        mono,
        size,
        leading,
        paper,
        ink,
        accent,
        pale,
        hairline,
        typeArea(dice, geometry),
        align);
  }

  private static Frame typeArea(Dice dice, Geometry geometry) {
    double w = geometry.width();
    double h = geometry.height();
    double left = w * dice.between(0.06, 0.13);
    double right = w - (dice.chance(0.6) ? left : w * dice.between(0.06, 0.13));
    return new Frame(left, h * dice.between(0.05, 0.11), right, h * (1 - dice.between(0.05, 0.11)));
  }

  /** A colour of the given hue, saturation and brightness, each from 0 to 1. */
  private static Color hue(double hue, double saturation, double brightness) {
    return new Color(Color.HSBtoRGB((float) hue, (float) saturation, (float) brightness));
  }
}

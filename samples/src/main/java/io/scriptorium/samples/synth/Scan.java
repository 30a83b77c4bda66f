package io.scriptorium.samples.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a page on its way to a picture.
 *
 * @param degrees by which the sheet is turned, clockwise
 * @param stretch how much wider than high a square becomes
 * @param grey whether colours are lost
 * @param bilevel set for black and white scans
 * @param effects in the order in which they happen
 */
record Scan(
    double degrees, double stretch, boolean grey, @Nullable Bilevel bilevel, List<Effect> effects) {
  /** The page as it was drawn. */
  static final Scan NONE = new Scan(0, 1, false, null, List.of());

  Scan {
    effects = List.copyOf(effects);
  }

  /**
   * @param finest size of the smallest letters in pixels, which decides what they can bear
   */
  static Scan choose(Dice dice, double finest) {
    // All strengths of a page go together: some machines are good and some are bad.
    double wear = dice.fraction();
    // Letters of 9 pixels bear nothing, those of 16 pixels all.
    double bears = Math.max(0, Math.min(1, (finest - 9) / 7));
    double degrees = dice.chance(0.7) ? dice.normal() * 0.25 + wear * dice.normal() * 0.6 : 0;
    Bilevel bilevel =
        dice.chance(0.12 * bears)
            ? new Bilevel(0.3 * wear, dice.between(120, 185), dice.fork("bilevel"))
            : null;
    List<Effect> effects = new ArrayList<>();
    if (bilevel == null && dice.chance(0.6)) {
      double grey = 1 - 0.15 * wear * dice.fraction();
      double yellow = 0.1 * dice.fraction() * wear;
      double fading = dice.between(0, 0.25 + 0.25 * bears) * wear;
      effects.add(new Tone(fading, new double[] {grey, grey - yellow / 4, grey - yellow}));
    }
    if (bilevel == null && dice.chance(0.2)) {
      effects.add(new BleedThrough(dice.between(0.02, 0.05 + 0.1 * wear)));
    }
    if (dice.chance(0.3 * bears)) {
      effects.add(new LowResolution(dice.between(Math.max(0.55, 9 / finest), 0.98)));
    }
    if (dice.chance(0.5)) {
      effects.add(new Blur(dice.between(0.25, 0.4 + 0.5 * wear * bears)));
    }
    if (bilevel == null && dice.chance(0.35)) {
      effects.add(
          new UnevenLight(dice.between(0.02, 0.05 + 0.3 * wear), dice.fraction(), dice.fraction()));
    }
    if (dice.chance(0.6)) {
      effects.add(new Noise(dice.between(0.7, 2 + 9 * wear), dice.fork("noise")));
    }
    if (dice.chance(0.35)) {
      effects.add(new Dust(dice.between(10, 60 + 700 * wear), dice.fork("dust")));
    }
    if (dice.chance(0.4)) {
      effects.add(
          new JpegLoss((int) Math.round(dice.between(92 - 30 * wear - 25 * wear * bears, 95))));
    }
    boolean grey = bilevel != null || dice.chance(0.5);
    double stretch = dice.chance(0.4) ? dice.between(0.985, 1.015) : 1;
    return new Scan(Math.max(-1.8, Math.min(1.8, degrees)), stretch, grey, bilevel, effects);
  }

  /** What was done, with its strength; empty for a page as it was drawn. */
  Map<String, Double> strengths() {
    Map<String, Double> strengths = new LinkedHashMap<>();
    if (degrees != 0) {
      strengths.put("skew", rounded(degrees));
    }
    if (stretch != 1) {
      strengths.put("stretch", rounded(stretch));
    }
    if (bilevel != null) {
      strengths.put(bilevel.name(), rounded(bilevel.strength()));
    }
    effects.forEach(effect -> strengths.put(effect.name(), rounded(effect.strength())));
    return strengths;
  }

  private static double rounded(double strength) {
    return Math.round(strength * 1000) / 1000.0;
  }
}

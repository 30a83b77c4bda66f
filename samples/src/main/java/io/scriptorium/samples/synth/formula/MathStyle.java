package io.scriptorium.samples.synth.formula;

import java.awt.Color;

/**
 * How a part of a formula is set.
 *
 * @param size of the formula's ordinary letters, in points
 */
record MathStyle(MathFont font, double size, Color color, Level level) {
  /** The styles of The TeXbook, p. 140. */
  enum Level {
    DISPLAY(1),
    TEXT(1),
    SCRIPT(0.74),
    SCRIPT_OF_SCRIPT(0.62);

    private final double scale;

    Level(double scale) {
      this.scale = scale;
    }
  }

  /** In points. */
  double em() {
    return size * level.scale;
  }

  boolean isDisplay() {
    return level == Level.DISPLAY;
  }

  boolean isScript() {
    return level == Level.SCRIPT || level == Level.SCRIPT_OF_SCRIPT;
  }

  MathStyle script() {
    return at(isScript() ? Level.SCRIPT_OF_SCRIPT : Level.SCRIPT);
  }

  /** For what stands over and under the line of a fraction. */
  MathStyle fraction() {
    return switch (level) {
      case DISPLAY -> at(Level.TEXT);
      case TEXT -> at(Level.SCRIPT);
      case SCRIPT, SCRIPT_OF_SCRIPT -> at(Level.SCRIPT_OF_SCRIPT);
    };
  }

  MathStyle text() {
    return isDisplay() ? at(Level.TEXT) : this;
  }

  /** Thickness of fraction lines and roots, in points. */
  double rule() {
    return Math.max(0.4, 0.05 * em());
  }

  /** Height of the line that fractions and operators are centred on, in points. */
  double axis() {
    return 0.26 * em();
  }

  private MathStyle at(Level other) {
    return new MathStyle(font, size, color, other);
  }
}

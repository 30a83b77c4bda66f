package io.scriptorium.samples.synth;

import io.scriptorium.samples.drawing.Align;
import io.scriptorium.samples.drawing.Frame;
import io.scriptorium.samples.drawing.TextStyle;
import io.scriptorium.samples.drawing.Typeface;
import java.awt.Color;

/**
 * Fonts, sizes, colours and margins of one page, chosen by chance once for each page.
 *
 * @param text family of running text
 * @param display family of headings
 * @param monoFace a typewriter face
 * @param size of running text in points, 7 to 24
 * @param leading points from line to line of running text
 * @param pale a tint to fill areas with, on which ink can be read
 * @param typeArea the page without its margins
 * @param align of running text
 */
public record PageStyle(
    FontFamily text,
    FontFamily display,
    Typeface monoFace,
    double size,
    double leading,
    Color paper,
    Color ink,
    Color accent,
    Color pale,
    Color hairline,
    Frame typeArea,
    Align align) {
  /** How much larger headings are set than running text, from level 1 on. */
  private static final double[] HEADINGS = {1.9, 1.5, 1.25, 1.1, 1, 1};

  public PageStyle {
    if (!(size >= 7 && size <= 24)) {
      throw new IllegalArgumentException("size (" + size + ") is not 7 to 24 points");
    }
    if (!(leading >= size)) {
      throw new IllegalArgumentException(
          "leading (" + leading + ") is smaller than the size (" + size + ")");
    }
  }

  public TextStyle body() {
    return new TextStyle(text.regular(), size, ink);
  }

  public TextStyle bold() {
    return body().in(text.bold());
  }

  public TextStyle italic() {
    return body().in(text.italic());
  }

  /** For notes, labels and footers. */
  public TextStyle small() {
    return body().sized(Math.max(7, size * 0.82));
  }

  public TextStyle mono() {
    return body().in(monoFace);
  }

  /**
   * @param level 1 to 6
   */
  public TextStyle heading(int level) {
    return new TextStyle(display.bold(), size * HEADINGS[level - 1], accent);
  }

  /** Points from line to line of text in a style, as airy as running text. */
  public double leading(TextStyle style) {
    return style.size() * leading / size;
  }
}

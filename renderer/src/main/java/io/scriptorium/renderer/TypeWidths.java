package io.scriptorium.renderer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** How wide a text is in ordinary type, to estimate where its words stand. For one thread. */
final class TypeWidths {
  /** Of signs that the font lacks: wide ones of the East, and all others. */
  private static final double WIDE = 1;

  private static final double NARROW = 0.5;

  /** No shape is thinner than that, also none that a font gives no width. */
  private static final double LEAST = 0.05;

  private static final int FIRST_WIDE = 0x2E80;

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  TypeWidths() {
    font = FontMappers.instance().getTrueTypeFont("Helvetica", null).getFont();
    try {
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The width in ems. */
  double of(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += Math.max(LEAST, of(text.codePointAt(i)));
    }
    return width;
  }

  private double of(int character) {
    int glyph = glyphs.getGlyphId(character);
    if (glyph == 0) {
      return character >= FIRST_WIDE ? WIDE : NARROW;
    }
    try {
      return (double) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.scriptorium.samples;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** One of the Liberation fonts; all measures are fractions of the type size. Not thread-safe. */
final class Typeface {
  static final Typeface SANS = load("LiberationSans-Regular");
  static final Typeface SANS_BOLD = load("LiberationSans-Bold");
  static final Typeface SERIF = load("LiberationSerif-Regular");
  static final Typeface SERIF_BOLD = load("LiberationSerif-Bold");
  static final Typeface SERIF_ITALIC = load("LiberationSerif-Italic");
  static final Typeface MONO = load("LiberationMono-Regular");
  static final Typeface MONO_BOLD = load("LiberationMono-Bold");

  /** Room that letters need above and below the baseline. */
  static final double ASCENT = 0.74;

  static final double DESCENT = 0.22;
  static final double CAP_HEIGHT = 0.66;

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final @Nullable KerningSubtable kerning;

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    KerningTable table = font.getKerning();
    this.kerning = table == null ? null : table.getHorizontalKerningSubtable();
  }

  private static Typeface load(String name) {
    String resource = "/liberation/" + name + ".ttf";
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // Ligatures would make lines narrower than they were measured.
      font.setEnableGsub(false);
      return new Typeface(font);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The face for words that stand out in running text. */
  Typeface italic() {
    if (this != SERIF) {
      throw new IllegalStateException("only the serif face has its italic loaded");
    }
    return SERIF_ITALIC;
  }

  TrueTypeFont font() {
    return font;
  }

  double advance(char c) {
    try {
      return (double) font.getAdvanceWidth(glyph(c)) / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double kern(char left, char right) {
    try {
      return kerning == null
          ? 0
          : (double) kerning.getKerning(glyph(left), glyph(right)) / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outline in font units, y upwards; empty for a space. */
  GeneralPath outline(char c) {
    try {
      var glyph = font.getGlyph().getGlyph(glyph(c));
      return glyph == null ? new GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double unit() {
    try {
      return 1.0 / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int glyph(char c) {
    int glyph = glyphs.getGlyphId(c);
    if (glyph == 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "no glyph for U+%04X", (int) c));
    }
    return glyph;
  }
}

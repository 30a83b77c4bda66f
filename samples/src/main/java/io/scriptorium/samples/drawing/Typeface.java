package io.scriptorium.samples.drawing;

import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font of TrueType outlines; all measures are fractions of the type size. Safe for use by several
 * threads.
 */
public final class Typeface {
  public static final Typeface SANS_ITALIC = bundled("LiberationSans-Italic", null);
  public static final Typeface SANS = bundled("LiberationSans-Regular", SANS_ITALIC);
  public static final Typeface SANS_BOLD = bundled("LiberationSans-Bold", null);
  public static final Typeface SERIF_ITALIC = bundled("LiberationSerif-Italic", null);
  public static final Typeface SERIF = bundled("LiberationSerif-Regular", SERIF_ITALIC);
  public static final Typeface SERIF_BOLD = bundled("LiberationSerif-Bold", null);
  public static final Typeface MONO = bundled("LiberationMono-Regular", null);
  public static final Typeface MONO_BOLD = bundled("LiberationMono-Bold", null);

  private static final String TALL = "bdhkl";
  private static final String DEEP = "gpqy";
  private static final String CAPITALS = "EHIX";

  private final byte[] file;
  private final TrueTypeFont font;
  private final CmapLookup cmap;
  private final @Nullable KerningSubtable kerning;
  private final @Nullable Typeface italic;
  private final double unit;
  private final double ascent;
  private final double descent;
  private final double capHeight;
  // Filled as characters are asked for; threads that do so at once put equal glyphs there.
  private final @Nullable Glyph[][] glyphs = new @Nullable Glyph[256][];

  private record Glyph(int id, double advance, GeneralPath outline) {}

  private Typeface(byte[] file, @Nullable Typeface italic, @Nullable Measures measures)
      throws IOException {
    this.file = file;
    this.font = parse();
    this.cmap = font.getUnicodeCmapLookup();
    KerningTable table = font.getKerning();
    this.kerning = table == null ? null : table.getHorizontalKerningSubtable();
    this.italic = italic;
    this.unit = 1.0 / font.getUnitsPerEm();
    if (measures == null) {
      this.ascent = highest(TALL);
      this.descent = lowest(DEEP);
      this.capHeight = highest(CAPITALS);
    } else {
      this.ascent = measures.ascent();
      this.descent = measures.descent();
      this.capHeight = measures.capHeight();
    }
  }

  private record Measures(double ascent, double descent, double capHeight) {
    /** What the sample documents are set with. */
    static final Measures LIBERATION = new Measures(0.74, 0.22, 0.66);
  }

  private static Typeface bundled(String name, @Nullable Typeface italic) {
    String resource = "/liberation/" + name + ".ttf";
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new Typeface(in.readAllBytes(), italic, Measures.LIBERATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a font whose height is measured at its letters.
   *
   * @param italic the face for words that stand out in running text
   * @throws IOException when it is not a font, or not one of TrueType outlines
   * @throws IllegalArgumentException when it lacks a letter of the Latin alphabet
   */
  public static Typeface read(Path file, @Nullable Typeface italic) throws IOException {
    return new Typeface(Files.readAllBytes(file), italic, null);
  }

  /** The face for words that stand out in running text; this one where there is no other. */
  public Typeface italic() {
    return italic == null ? this : italic;
  }

  /** The font from the start, for one that writes it into a file; nobody else uses it. */
  TrueTypeFont parse() throws IOException {
    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
    // Ligatures would make lines narrower than they were measured.
    parsed.setEnableGsub(false);
    return parsed;
  }

  /** Room that letters need above the baseline; accents on capitals reach higher. */
  public double ascent() {
    return ascent;
  }

  /** Room that letters need below the baseline. */
  public double descent() {
    return descent;
  }

  public double capHeight() {
    return capHeight;
  }

  /** Whether every character of a text can be drawn. */
  public boolean covers(String text) {
    return text.chars().allMatch(c -> cmap.getGlyphId(c) != 0);
  }

  public double advance(char c) {
    return glyph(c).advance();
  }

  public double kern(char left, char right) {
    return kerning == null ? 0 : kerning.getKerning(glyph(left).id(), glyph(right).id()) * unit;
  }

  /** The outline in font units, y upwards; empty for a space. Not to be changed. */
  public GeneralPath outline(char c) {
    return glyph(c).outline();
  }

  public double unit() {
    return unit;
  }

  private double highest(String letters) {
    return letters.chars().mapToDouble(c -> bounds((char) c).getMaxY()).max().orElseThrow() * unit;
  }

  private double lowest(String letters) {
    return letters.chars().mapToDouble(c -> -bounds((char) c).getMinY()).max().orElseThrow() * unit;
  }

  private Rectangle2D bounds(char c) {
    return outline(c).getBounds2D();
  }

  private Glyph glyph(char c) {
    @Nullable Glyph[] row = glyphs[c >> 8];
    if (row == null) {
      row = new @Nullable Glyph[256];
      glyphs[c >> 8] = row;
    }
    Glyph glyph = row[c & 255];
    if (glyph == null) {
      glyph = read(c);
      row[c & 255] = glyph;
    }
    return glyph;
  }

  private synchronized Glyph read(char c) {
    int id = cmap.getGlyphId(c);
    if (id == 0) {
      throw new MissingGlyphException(String.format(Locale.ROOT, "no glyph for U+%04X", (int) c));
    }
    try {
      var data = font.getGlyph().getGlyph(id);
      return new Glyph(
          id, font.getAdvanceWidth(id) * unit, data == null ? new GeneralPath() : data.getPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

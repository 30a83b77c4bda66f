package io.scriptorium.renderer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/**
 * The fonts for type that a PDF does not hold: Liberation, whose letters are as wide as those of
 * Helvetica, Times and Courier, and DejaVu for the signs of Symbol and ZapfDingbats. The fonts of
 * the machine are never looked at, so that a page comes out the same everywhere.
 *
 * <p>Fonts are loaded at first use and shared by all threads.
 */
final class FallbackFonts implements FontMapper {
  private static final Pattern MONOSPACED =
      Pattern.compile("courier|mono|consol|typewriter|lucidacon");
  private static final Pattern SERIF =
      Pattern.compile("times|roman|serif|georgia|garamond|cambria|minion|palatino|bookman|century");
  private static final Pattern SANS = Pattern.compile("sans|arial|helvetica");
  private static final Pattern SIGNS = Pattern.compile("dingbat|symbol");
  private static final Pattern BOLD = Pattern.compile("bold|black|heavy");
  private static final Pattern ITALIC = Pattern.compile("italic|oblique");
  private static final Set<String> WITHOUT_TWIN = Set.of("Symbol", "ZapfDingbats");

  private final Map<String, TrueTypeFont> loaded = new ConcurrentHashMap<>();

  /** Whether glyphs of a font come from here, and do not look as in the font. */
  static boolean standFor(PDFont font) {
    if (font instanceof PDType3Font || (font.isEmbedded() && !font.isDamaged())) {
      return false;
    }
    String name = font.getName();
    if (font.isDamaged() || name == null || !Standard14Fonts.containsName(name)) {
      return true;
    }
    return WITHOUT_TWIN.contains(Standard14Fonts.getMappedFontName(name).getName());
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      @Nullable String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(font(name, descriptor), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      @Nullable String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(font(name, descriptor), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      @Nullable String name,
      @Nullable PDFontDescriptor descriptor,
      @Nullable PDCIDSystemInfo characters) {
    return new CIDFontMapping(null, font(name, descriptor), true);
  }

  private TrueTypeFont font(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return loaded.computeIfAbsent(resource(lower, descriptor), FallbackFonts::load);
  }

  private static String resource(String name, @Nullable PDFontDescriptor descriptor) {
    if (SIGNS.matcher(name).find()) {
      return "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
    }
    boolean bold =
        BOLD.matcher(name).find() || (descriptor != null && descriptor.getFontWeight() >= 600);
    boolean italic = ITALIC.matcher(name).find() || (descriptor != null && descriptor.isItalic());
    String style = bold ? (italic ? "BoldItalic" : "Bold") : italic ? "Italic" : "Regular";
    return "/liberation/Liberation" + family(name, descriptor) + "-" + style + ".ttf";
  }

  private static String family(String name, @Nullable PDFontDescriptor descriptor) {
    if (MONOSPACED.matcher(name).find() || (descriptor != null && descriptor.isFixedPitch())) {
      return "Mono";
    }
    if (SANS.matcher(name).find()) {
      return "Sans";
    }
    boolean serif = SERIF.matcher(name).find() || (descriptor != null && descriptor.isSerif());
    return serif ? "Serif" : "Sans";
  }

  private static TrueTypeFont load(String resource) {
    try (InputStream in = FallbackFonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

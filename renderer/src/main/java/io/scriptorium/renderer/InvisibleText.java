package io.scriptorium.renderer;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes the text of pages as content that shows nothing. For one thread. */
final class InvisibleText {
  /** Neither filled nor stroked. */
  private static final int INVISIBLE = 3;

  private static final double GLYPH = (double) GlyphlessFont.ADVANCE / GlyphlessFont.EM;

  private final InvisibleFont font;
  private final TextFitter fitter = new TextFitter(new TypeWidths()::of);
  private final DecimalFormat numbers =
      new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));

  InvisibleText(InvisibleFont font) {
    this.font = font;
  }

  /**
   * A content stream that leaves the state of graphics as it is.
   *
   * @param fontName the name under which the page knows the font
   */
  byte[] content(PageText page, String fontName) {
    StringBuilder out = new StringBuilder("q BT ");
    out.append(INVISIBLE).append(" Tr /").append(fontName).append(" 1 Tf\n");
    for (TextArea area : page.areas()) {
      for (FittedWord word : fitter.fit(area)) {
        write(word, page.toPdfPoints(), out);
      }
    }
    return out.append("ET Q\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void write(FittedWord word, PageTransform way, StringBuilder out) {
    int glyphs = word.text().codePointCount(0, word.text().length());
    double across = word.width() / (glyphs * GLYPH);
    double up = -word.size();
    append(way.a() * across, out);
    append(way.b() * across, out);
    append(way.c() * up, out);
    append(way.d() * up, out);
    append(way.pointX(word.x(), word.baseline()), out);
    append(way.pointY(word.x(), word.baseline()), out);
    out.append("Tm ").append(font.encode(word.text())).append(" Tj\n");
  }

  private void append(double number, StringBuilder out) {
    String text = numbers.format(number);
    out.append(text.equals("-0") ? "0" : text).append(' ');
  }
}

package io.scriptorium.renderer;

import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** What a page needs to know of one of its fonts, looked up once. */
final class PdfFontUse {
  /** Of fonts that do not say how high their letters are; parts of the type size. */
  private static final double USUAL_ASCENT = 0.75;

  private static final double USUAL_DESCENT = -0.22;

  private final PDFont font;
  private final double ascent;
  private final double descent;
  private final boolean substituted;
  private final Map<Integer, String> texts = new HashMap<>();

  PdfFontUse(PDFont font) {
    this.font = font;
    this.substituted = FallbackFonts.standFor(font);
    double[] extent = font instanceof PDType3Font drawn ? extent(drawn) : extent(font);
    boolean plausible = extent[0] > 0.2 && extent[0] < 2 && extent[1] <= 0 && extent[1] > -1;
    this.ascent = plausible ? extent[0] : USUAL_ASCENT;
    this.descent = plausible ? extent[1] : USUAL_DESCENT;
  }

  private static double[] extent(PDFont font) {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor == null
        ? new double[2]
        : new double[] {descriptor.getAscent() / 1000.0, descriptor.getDescent() / 1000.0};
  }

  private static double[] extent(PDType3Font font) {
    PDRectangle box = font.getFontBBox();
    if (box == null) {
      return new double[2];
    }
    Rectangle2D inText = box.transform(font.getFontMatrix()).getBounds2D();
    return new double[] {inText.getMaxY(), Math.min(0, inText.getMinY())};
  }

  /** Above the baseline, in parts of the type size. */
  double ascent() {
    return ascent;
  }

  /** Below the baseline, as a negative number. */
  double descent() {
    return descent;
  }

  /** Whether glyphs come from a font that looks different. */
  boolean substituted() {
    return substituted;
  }

  /** What a code stands for; empty if that is not known. */
  String text(int code) {
    return texts.computeIfAbsent(code, this::lookUp);
  }

  private String lookUp(int code) {
    try {
      String text = font.toUnicode(code);
      return text == null ? "" : text;
    } catch (RuntimeException e) {
      // The tables of the font are broken, so what it says is not known.
      return "";
    }
  }
}

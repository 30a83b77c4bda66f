package io.scriptorium.samples.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one PDF, each embedded as a subset at its first use. */
final class PdfFonts {
  private final PDDocument document;
  private final Map<Typeface, PDFont> fonts = new HashMap<>();

  PdfFonts(PDDocument document) {
    this.document = document;
  }

  PDFont embedded(Typeface face) {
    return fonts.computeIfAbsent(face, this::embed);
  }

  private PDFont embed(Typeface face) {
    try {
      return PDType0Font.load(document, face.parse(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

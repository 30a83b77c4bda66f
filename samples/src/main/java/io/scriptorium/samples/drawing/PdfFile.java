package io.scriptorium.samples.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Writes PDFs whose bytes depend on nothing but what is drawn: dates and identifiers are fixed, and
 * streams are left unpacked because packed ones differ with the machine's zlib.
 */
public final class PdfFile {
  private static final long ID = 2026;

  private PdfFile() {}

  /** Writes a document of US Letter pages in English. */
  public static void write(Path file, String title, List<Consumer<Canvas>> pages)
      throws IOException {
    Files.write(
        file,
        of(title, "en", PDRectangle.LETTER.getWidth(), PDRectangle.LETTER.getHeight(), pages));
  }

  /**
   * A document whose pages all have one size.
   *
   * @param language as in HTML
   * @param width in points
   * @param height in points
   */
  public static byte[] of(
      String title, String language, double width, double height, List<Consumer<Canvas>> pages)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      describe(document, title, language);
      PdfFonts fonts = new PdfFonts(document);
      for (Consumer<Canvas> drawing : pages) {
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          drawing.accept(new PdfCanvas(content, fonts, height));
        }
      }
      document.setDocumentId(ID);
      document.save(packed, CompressParameters.NO_COMPRESSION);
    }
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(packed.toByteArray())) {
      unpack(document);
      document.setDocumentId(ID);
      document.save(unpacked, CompressParameters.NO_COMPRESSION);
    }
    return unpacked.toByteArray();
  }

  private static void describe(PDDocument document, String title, String language) {
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.clear();
    date.set(2026, Calendar.JANUARY, 15, 9, 0, 0);
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setAuthor("Scriptorium");
    information.setCreationDate(date);
    information.setModificationDate(date);
    document.getDocumentCatalog().setLanguage(language);
  }

  private static void unpack(PDDocument document) throws IOException {
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      if (object instanceof COSStream stream) {
        byte[] content;
        try (var in = stream.createInputStream()) {
          content = in.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        try (OutputStream out = stream.createOutputStream()) {
          out.write(content);
        }
      }
    }
  }
}

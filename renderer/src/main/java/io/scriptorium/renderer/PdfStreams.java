package io.scriptorium.renderer;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes streams for PDFs. */
final class PdfStreams {
  private PdfStreams() {}

  /** A stream packed by Deflate. */
  static COSStream packed(PDDocument document, byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/**
 * Draws a page, and stops at a picture that is too large or cannot be decoded. The library would
 * leave such a picture out, and a scan would pass for a blank page.
 */
final class PdfPageRasterizer extends PDFRenderer {
  private final int number;
  private final long maxDecodedPixels;

  PdfPageRasterizer(PDDocument document, int number, long maxDecodedPixels) {
    super(document);
    this.number = number;
    this.maxDecodedPixels = maxDecodedPixels;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  /** Requires that a picture and its masks stay within the limit, before they are decoded. */
  static void checkSize(PDImage image, int number, long most) throws IOException {
    check(image, number, most);
    if (image instanceof PDImageXObject object) {
      check(object.getMask(), number, most);
      check(object.getSoftMask(), number, most);
    }
  }

  private static void check(@Nullable PDImage image, int number, long most) {
    if (image != null && (long) image.getWidth() * image.getHeight() > most) {
      throw new PageFailures.Stopped(
          PageFailures.tooManyPixels(
              "a picture of page " + number, image.getWidth(), image.getHeight(), most));
    }
  }

  static RenderException undecodable(int number, IOException e) {
    return e instanceof MissingImageReaderException
        ? new RenderException(
            Code.FORMAT_UNSUPPORTED,
            "a picture of page " + number + " is JBIG2 or JPEG 2000, which is not supported",
            new RedactedCause(e))
        : new RenderException(
            Code.PAGE_DAMAGED,
            "a picture of page " + number + " cannot be decoded",
            new RedactedCause(e));
  }

  private final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      try {
        checkSize(image, number, maxDecodedPixels);
        super.drawImage(image);
      } catch (IOException e) {
        throw new PageFailures.Stopped(undecodable(number, e));
      }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (e instanceof MissingImageReaderException) {
        throw new PageFailures.Stopped(undecodable(number, e));
      }
      super.operatorException(operator, operands, e);
    }
  }
}

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

  private final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      checkSize(image);
      try {
        if (image instanceof PDImageXObject object) {
          checkSize(object.getMask());
          checkSize(object.getSoftMask());
        }
        super.drawImage(image);
      } catch (IOException e) {
        throw stopped(e);
      }
    }

    private void checkSize(@Nullable PDImage image) {
      if (image != null && (long) image.getWidth() * image.getHeight() > maxDecodedPixels) {
        throw new PageFailures.Stopped(
            PageFailures.tooManyPixels(
                "a picture of page " + number,
                image.getWidth(),
                image.getHeight(),
                maxDecodedPixels));
      }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (e instanceof MissingImageReaderException) {
        throw stopped(e);
      }
      super.operatorException(operator, operands, e);
    }

    private PageFailures.Stopped stopped(IOException e) {
      RenderException reason =
          e instanceof MissingImageReaderException
              ? new RenderException(
                  Code.FORMAT_UNSUPPORTED,
                  "a picture of page " + number + " is JBIG2 or JPEG 2000, which is not supported",
                  new RedactedCause(e))
              : new RenderException(
                  Code.PAGE_DAMAGED,
                  "a picture of page " + number + " cannot be decoded",
                  new RedactedCause(e));
      return new PageFailures.Stopped(reason);
    }
  }
}

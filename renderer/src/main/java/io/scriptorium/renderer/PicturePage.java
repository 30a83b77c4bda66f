package io.scriptorium.renderer;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** A page of a PDF that is one picture. */
final class PicturePage {
  private static final float POINTS_PER_INCH = 72;

  private PicturePage() {}

  /** A page in the place of a picture that cannot be shown. */
  static COSDictionary empty(PDDocument document) {
    PDPage page = new PDPage();
    document.addPage(page);
    return page.getCOSObject();
  }

  /**
   * Adds a page.
   *
   * @param rendered the upright picture
   * @param original its own bytes, where they can stand in a PDF
   */
  static COSDictionary of(
      PDDocument document, RenderedPage rendered, Optional<OriginalPicture> original)
      throws IOException {
    RasterImage image = rendered.image();
    float width = (float) (image.width() * POINTS_PER_INCH / rendered.dpi());
    float height = (float) (image.height() * POINTS_PER_INCH / rendered.dpi());
    PDPage page = new PDPage(new PDRectangle(width, height));
    document.addPage(page);
    // From the unit square of the picture, whose origin is below, to the page.
    AffineTransform place = AffineTransform.getScaleInstance(width, height);
    PDImageXObject picture;
    if (original.isPresent()) {
      picture = original.get().toImage(document);
      place.concatenate(original.get().turn());
    } else {
      picture = lossless(document, image);
    }
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(picture, new Matrix(place));
    }
    return page.getCOSObject();
  }

  /** In as few bits as the pixels need. */
  private static PDImageXObject lossless(PDDocument document, RasterImage image)
      throws IOException {
    byte[] grey = grey(image);
    if (grey.length == 0) {
      return packed(document, image, image.rgb(), PDDeviceRGB.INSTANCE);
    }
    for (byte level : grey) {
      if (level != 0 && level != -1) {
        return packed(document, image, grey, PDDeviceGray.INSTANCE);
      }
    }
    return CCITTFactory.createFromImage(document, bilevel(image, grey));
  }

  /** One byte for each pixel; none if there is a colour. */
  private static byte[] grey(RasterImage image) {
    byte[] rgb = image.rgb();
    byte[] grey = new byte[rgb.length / 3];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = rgb[3 * i];
      if (rgb[3 * i + 1] != grey[i] || rgb[3 * i + 2] != grey[i]) {
        return new byte[0];
      }
    }
    return grey;
  }

  private static BufferedImage bilevel(RasterImage image, byte[] grey) {
    BufferedImage bits =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_BINARY);
    byte[] packed = ((DataBufferByte) bits.getRaster().getDataBuffer()).getData();
    int stride = (image.width() + 7) / 8;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (grey[y * image.width() + x] != 0) {
          packed[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return bits;
  }

  private static PDImageXObject packed(
      PDDocument document, RasterImage image, byte[] samples, PDColorSpace colors)
      throws IOException {
    Deflater deflater = new Deflater();
    try (DeflaterInputStream in =
        new DeflaterInputStream(new ByteArrayInputStream(samples), deflater)) {
      return new PDImageXObject(
          document, in, COSName.FLATE_DECODE, image.width(), image.height(), 8, colors);
    } finally {
      deflater.end();
    }
  }
}

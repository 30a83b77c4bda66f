package io.scriptorium.renderer;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A JPEG as it stands in its file, which PDF takes without unpacking it.
 *
 * @param frame its header
 * @param orientation how it is turned to stand upright
 * @param jpeg the file's bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record OriginalPicture(JpegFrame frame, Orientation orientation, byte[] jpeg) {
  PDImageXObject toImage(PDDocument document) throws IOException {
    PDColorSpace colors = frame.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(jpeg),
        COSName.DCT_DECODE,
        frame.width(),
        frame.height(),
        8,
        colors);
  }

  /** From the unit square of the stored picture to that of the upright one; origins are below. */
  AffineTransform turn() {
    try {
      AffineTransform turn = new AffineTransform(1, 0, 0, -1, 0, 1);
      turn.concatenate(orientation.toSource(1, 1).createInverse());
      turn.concatenate(new AffineTransform(1, 0, 0, -1, 0, 1));
      return turn;
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("a turn has no inverse", e);
    }
  }
}

package io.scriptorium.renderer;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Pictures of a PDF whose bytes are the pixels: grey or RGB of the device, 8 bits. The library
 * would go through its samples one by one, which takes longer than drawing a page.
 */
final class PlainSamples {
  private PlainSamples() {}

  static boolean isPlain(PDImageXObject image) throws IOException {
    PDColorSpace space = image.getColorSpace();
    return image.getBitsPerComponent() == 8
        && (space instanceof PDDeviceRGB || space instanceof PDDeviceGray)
        && hasUsualRange(image.getDecode(), space);
  }

  private static boolean hasUsualRange(COSArray decode, PDColorSpace space) {
    return decode == null || Arrays.equals(decode.toFloatArray(), space.getDefaultDecode(8));
  }

  /**
   * Unpacks a plain picture.
   *
   * @throws EOFException if it unpacks to fewer pixels than it has
   */
  static BufferedImage read(PDImageXObject image) throws IOException {
    int bands = image.getColorSpace().getNumberOfComponents();
    int row = Math.multiplyExact(image.getWidth(), bands);
    byte[] samples;
    try (InputStream in = image.createInputStream()) {
      samples = in.readNBytes(Math.multiplyExact(row, image.getHeight()));
    }
    if (samples.length < row * image.getHeight()) {
      throw new EOFException("a picture of " + samples.length + " bytes");
    }
    int[] order = bands == 1 ? new int[1] : new int[] {0, 1, 2};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            image.getWidth(),
            image.getHeight(),
            row,
            bands,
            order,
            new Point());
    ColorSpace space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    return new BufferedImage(
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
        raster,
        false,
        null);
  }
}

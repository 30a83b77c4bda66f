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
 * Pictures of a PDF whose bytes are the pixels: grey or RGB of the device with 8 bits, or black and
 * white. The library would go through its samples one by one, which takes longer than drawing a
 * page.
 */
final class PlainSamples {
  private PlainSamples() {}

  static boolean isPlain(PDImageXObject image) throws IOException {
    PDColorSpace space = image.getColorSpace();
    if (image.getBitsPerComponent() == 1 && space instanceof PDDeviceGray) {
      return true;
    }
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
    boolean bits = image.getBitsPerComponent() == 1;
    byte[] samples = bytes(image, bits ? (row + 7) / 8 : row);
    if (bits) {
      samples = unpacked(samples, image.getWidth(), image.getHeight(), isInverted(image));
    }
    return picture(image, bands, row, samples);
  }

  private static byte[] bytes(PDImageXObject image, int row) throws IOException {
    int wanted = Math.multiplyExact(row, image.getHeight());
    try (InputStream in = image.createInputStream()) {
      byte[] bytes = in.readNBytes(wanted);
      if (bytes.length < wanted) {
        throw new EOFException("a picture of " + bytes.length + " bytes");
      }
      return bytes;
    }
  }

  /** Whether 0 is white, as the library decides it. */
  private static boolean isInverted(PDImageXObject image) {
    COSArray decode = image.getDecode();
    if (decode == null || decode.size() < 2) {
      return false;
    }
    float[] range = decode.toFloatArray();
    return range[0] > range[1];
  }

  /** A byte for each bit, 0 for black. */
  private static byte[] unpacked(byte[] packed, int width, int height, boolean inverted) {
    byte[] grey = new byte[Math.multiplyExact(width, height)];
    int row = (width + 7) / 8;
    int flip = inverted ? 0xFF : 0;
    for (int y = 0; y < height; y++) {
      int to = y * width;
      int end = to + width;
      for (int from = y * row; to < end; from++) {
        int bits = (packed[from] ^ flip) & 0xFF;
        for (int bit = 7; bit >= 0 && to < end; bit--) {
          grey[to++] = (byte) -((bits >> bit) & 1);
        }
      }
    }
    return grey;
  }

  private static BufferedImage picture(PDImageXObject image, int bands, int row, byte[] samples) {
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

package io.scriptorium.renderer;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The rows of a decoded picture as 8-bit RGB, with transparent parts laid on white. Grey values are
 * taken as they stand: the grey of Java is linear light, while that of files is not.
 */
final class PixelRows {
  private final int width;
  private final int height;
  private final Reader reader;

  /** Writes {@code 3 x width} bytes. */
  @FunctionalInterface
  private interface Reader {
    void read(int y, byte[] rgb);
  }

  private PixelRows(BufferedImage image, Reader reader) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.reader = reader;
  }

  static PixelRows of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    if (colors instanceof IndexColorModel palette) {
      return new PixelRows(image, indexed(image.getRaster(), palette));
    }
    if (colors instanceof ComponentColorModel && hasIntegerSamples(image)) {
      ColorSpace space = colors.getColorSpace();
      if (space.getType() == ColorSpace.TYPE_GRAY || space.isCS_sRGB()) {
        return new PixelRows(image, components(image.getRaster(), colors));
      }
      return of(converted(image));
    }
    return new PixelRows(image, packed(image));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void read(int y, byte[] rgb) {
    reader.read(y, rgb);
  }

  RasterImage toRaster() {
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    byte[] row = new byte[3 * width];
    for (int y = 0; y < height; y++) {
      read(y, row);
      System.arraycopy(row, 0, rgb, y * row.length, row.length);
    }
    return new RasterImage(width, height, rgb);
  }

  private static boolean hasIntegerSamples(BufferedImage image) {
    int type = image.getRaster().getTransferType();
    return type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
  }

  /** Through the colour profile, in one go: pixel by pixel it takes minutes. */
  private static BufferedImage converted(BufferedImage image) {
    boolean opaque = image.getTransparency() == Transparency.OPAQUE;
    BufferedImage rgb =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    return new ColorConvertOp(null).filter(image, rgb);
  }

  private static Reader indexed(Raster raster, IndexColorModel palette) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    int[] indexes = new int[raster.getWidth()];
    return (y, rgb) -> {
      raster.getSamples(0, y, indexes.length, 1, 0, indexes);
      for (int x = 0; x < indexes.length; x++) {
        put(argb[indexes[x]], rgb, 3 * x);
      }
    };
  }

  private static Reader packed(BufferedImage image) {
    int[] argb = new int[image.getWidth()];
    return (y, rgb) -> {
      image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
      for (int x = 0; x < argb.length; x++) {
        put(argb[x], rgb, 3 * x);
      }
    };
  }

  private static Reader components(Raster raster, ColorModel colors) {
    int bands = raster.getNumBands();
    boolean grey = colors.getNumColorComponents() == 1;
    boolean premultiplied = colors.isAlphaPremultiplied();
    int most = (1 << colors.getComponentSize(0)) - 1;
    int[] samples = new int[raster.getWidth() * bands];
    return (y, rgb) -> {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      for (int from = 0, to = 0; from < samples.length; from += bands, to += 3) {
        int alpha = colors.hasAlpha() ? samples[from + bands - 1] : most;
        for (int color = 0; color < 3; color++) {
          int value = samples[from + (grey ? 0 : color)];
          rgb[to + color] = (byte) eightBits(value, alpha, most, premultiplied);
        }
      }
    };
  }

  private static int eightBits(int value, int alpha, int most, boolean premultiplied) {
    if (alpha == most) {
      return most == 255 ? value : rounded(value * 255L, most);
    }
    long color = premultiplied ? (long) value * most : (long) value * alpha;
    return rounded((color + (long) (most - alpha) * most) * 255, (long) most * most);
  }

  private static void put(int argb, byte[] rgb, int at) {
    int alpha = argb >>> 24;
    for (int i = 0; i < 3; i++) {
      int value = (argb >> (16 - 8 * i)) & 0xFF;
      rgb[at + i] = (byte) eightBits(value, alpha, 255, false);
    }
  }

  private static int rounded(long dividend, long divisor) {
    return (int) ((dividend + divisor / 2) / divisor);
  }
}

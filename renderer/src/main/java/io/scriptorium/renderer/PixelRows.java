package io.scriptorium.renderer;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decoded picture as 8-bit RGB, with transparent parts laid on white. Grey values are
 * taken as they stand: the grey of Java is linear light, while that of files is not.
 */
final class PixelRows {
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

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
    return of(image, null);
  }

  /**
   * The rows of a picture.
   *
   * @param stated what its samples mean, where the image does not say it
   */
  static PixelRows of(BufferedImage image, @Nullable ColorSpace stated) {
    ColorModel colors = image.getColorModel();
    Raster raster = image.getRaster();
    if (colors instanceof IndexColorModel palette) {
      return new PixelRows(image, indexed(raster, palette, stated));
    }
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return new PixelRows(image, drawn(raster));
    }
    if (!(colors instanceof ComponentColorModel)) {
      return new PixelRows(image, packed(image));
    }
    ColorSpace space = stated == null ? colors.getColorSpace() : stated;
    if (hasReals(raster)) {
      return new PixelRows(image, reals(raster, colors));
    }
    if (space instanceof LabSpace lab) {
      return new PixelRows(image, lab(raster, colors, lab));
    }
    if (!hasIntegers(raster)) {
      return new PixelRows(image, packed(image));
    }
    if (space.getType() == ColorSpace.TYPE_GRAY || space.isCS_sRGB()) {
      if (isPlainBytes(raster, colors)) {
        return new PixelRows(image, plainBytes(raster));
      }
      return new PixelRows(image, components(raster, colors));
    }
    if (space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace)) {
      return new PixelRows(image, inks(raster, colors));
    }
    return new PixelRows(image, new ConvertedRows(image, space)::read);
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

  private static boolean hasIntegers(Raster raster) {
    int type = raster.getTransferType();
    return type == DataBuffer.TYPE_BYTE
        || type == DataBuffer.TYPE_USHORT
        || type == DataBuffer.TYPE_INT;
  }

  private static boolean hasReals(Raster raster) {
    int type = raster.getTransferType();
    return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
  }

  private static Reader indexed(
      Raster raster, IndexColorModel palette, @Nullable ColorSpace stated) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    if (stated != null) {
      for (int i = 0; i < argb.length; i++) {
        argb[i] = standard(stated, argb[i]);
      }
    }
    int[] indexes = new int[raster.getWidth()];
    return (y, rgb) -> {
      raster.getSamples(0, y, indexes.length, 1, 0, indexes);
      for (int x = 0; x < indexes.length; x++) {
        // A colour that the palette does not have counts as its first one.
        put(argb[indexes[x] < argb.length ? indexes[x] : 0], rgb, 3 * x);
      }
    };
  }

  private static int standard(ColorSpace space, int argb) {
    float[] rgb =
        space.toRGB(
            new float[] {
              ((argb >> 16) & 0xFF) / 255f, ((argb >> 8) & 0xFF) / 255f, (argb & 0xFF) / 255f
            });
    return (argb & 0xFF000000)
        | Math.round(rgb[0] * 255) << 16
        | Math.round(rgb[1] * 255) << 8
        | Math.round(rgb[2] * 255);
  }

  private static Reader lab(Raster raster, ColorModel colors, LabSpace space) {
    int bands = raster.getNumBands();
    int bits = colors.getComponentSize(0);
    int[] samples = new int[raster.getWidth() * bands];
    return (y, rgb) -> {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      for (int from = 0, to = 0; from < samples.length; from += bands, to += 3) {
        space.toRgb(samples, from, bits, rgb, to);
      }
    };
  }

  /** Real samples run from 0 to 1. */
  private static Reader reals(Raster raster, ColorModel colors) {
    int bands = raster.getNumBands();
    boolean grey = colors.getNumColorComponents() < 3;
    double[] samples = new double[raster.getWidth() * bands];
    return (y, rgb) -> {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      for (int from = 0, to = 0; from < samples.length; from += bands, to += 3) {
        for (int color = 0; color < 3; color++) {
          double value = samples[from + (grey ? 0 : color)];
          rgb[to + color] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
        }
      }
    };
  }

  private static Reader inks(Raster raster, ColorModel colors) {
    int bands = raster.getNumBands();
    int most = (1 << colors.getComponentSize(0)) - 1;
    int[] samples = new int[raster.getWidth() * bands];
    return (y, rgb) -> {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      for (int from = 0, to = 0; from < samples.length; from += bands, to += 3) {
        long light = (long) most - samples[from + 3];
        for (int color = 0; color < 3; color++) {
          rgb[to + color] =
              (byte) rounded(255 * light * (most - samples[from + color]), (long) most * most);
        }
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

  /** What pages are drawn on, without a colour model in between. */
  private static Reader drawn(Raster raster) {
    SinglePixelPackedSampleModel model = (SinglePixelPackedSampleModel) raster.getSampleModel();
    DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
    int[] pixels = buffer.getData();
    int left = -raster.getSampleModelTranslateX();
    int top = -raster.getSampleModelTranslateY();
    int width = raster.getWidth();
    return (y, rgb) -> {
      int from = buffer.getOffset() + (top + y) * model.getScanlineStride() + left;
      int x = 0;
      // Four pixels in three integers: most of the time goes into storing them.
      for (int to = 0; x + 4 <= width; x += 4, from += 4, to += 12) {
        int a = pixels[from];
        int b = pixels[from + 1];
        int c = pixels[from + 2];
        int d = pixels[from + 3];
        FOUR.set(rgb, to, (a << 8) | ((b >> 16) & 0xFF));
        FOUR.set(rgb, to + 4, (b << 16) | ((c >> 8) & 0xFFFF));
        FOUR.set(rgb, to + 8, (c << 24) | (d & 0xFFFFFF));
      }
      for (int to = 3 * x; x < width; x++, from++, to += 3) {
        rgb[to] = (byte) (pixels[from] >> 16);
        rgb[to + 1] = (byte) (pixels[from] >> 8);
        rgb[to + 2] = (byte) pixels[from];
      }
    };
  }

  private static boolean isPlainBytes(Raster raster, ColorModel colors) {
    return raster.getDataBuffer() instanceof DataBufferByte
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel
        && (raster.getNumBands() == 1 || raster.getNumBands() == 3)
        && colors.getComponentSize(0) == 8
        && !colors.hasAlpha();
  }

  /** What most scans are, without going through an integer for each sample. */
  private static Reader plainBytes(Raster raster) {
    PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
    DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
    byte[] bytes = buffer.getData();
    int left = -raster.getSampleModelTranslateX();
    int top = -raster.getSampleModelTranslateY();
    int bands = raster.getNumBands();
    int red = model.getBandOffsets()[0];
    int green = model.getBandOffsets()[bands == 1 ? 0 : 1];
    int blue = model.getBandOffsets()[bands == 1 ? 0 : 2];
    int stride = model.getPixelStride();
    int samples = 3 * raster.getWidth();
    boolean asTheyAre = stride == 3 && red == 0 && green == 1 && blue == 2;
    return (y, rgb) -> {
      int from = buffer.getOffset() + (top + y) * model.getScanlineStride() + left * stride;
      if (asTheyAre) {
        System.arraycopy(bytes, from, rgb, 0, samples);
        return;
      }
      for (int to = 0; to < samples; to += 3, from += stride) {
        rgb[to] = bytes[from + red];
        rgb[to + 1] = bytes[from + green];
        rgb[to + 2] = bytes[from + blue];
      }
    };
  }

  private static Reader components(Raster raster, ColorModel colors) {
    int bands = raster.getNumBands();
    boolean grey = colors.getNumColorComponents() == 1;
    boolean premultiplied = colors.isAlphaPremultiplied();
    boolean words = raster.getTransferType() == DataBuffer.TYPE_INT;
    int most = words ? 0xFF : (1 << colors.getComponentSize(0)) - 1;
    int[] samples = new int[raster.getWidth() * bands];
    return (y, rgb) -> {
      raster.getPixels(0, y, raster.getWidth(), 1, samples);
      if (words) {
        Arrays.setAll(samples, i -> samples[i] >>> 24);
      }
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

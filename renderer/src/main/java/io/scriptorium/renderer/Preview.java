package io.scriptorium.renderer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes small JPEG pictures of pages, to be looked at and not to be read from. Their bytes may
 * differ between versions of Java. Safe for use by many threads.
 */
public final class Preview {
  private static final float QUALITY = 0.7f;

  private Preview() {}

  /** A picture as JPEG, scaled down to a width if it is wider. */
  public static byte[] jpeg(RasterImage image, int maxWidth) throws IOException {
    if (image.width() <= maxWidth) {
      return encode(buffered(image));
    }
    int height = Math.max(1, Math.round((float) image.height() * maxWidth / image.width()));
    PixelRows rows = PixelRows.of(buffered(image));
    return encode(buffered(AreaScaler.scale(rows, maxWidth, height)));
  }

  private static BufferedImage buffered(RasterImage image) {
    BufferedImage buffered =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    byte[] rgb = image.rgb();
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        int at = 3 * (y * row.length + x);
        row[x] = (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
      }
      buffered.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return buffered;
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}

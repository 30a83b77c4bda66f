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
      return encode(image.toBuffered());
    }
    int height = Math.max(1, Math.round((float) image.height() * maxWidth / image.width()));
    PixelRows rows = PixelRows.of(image.toBuffered());
    return encode(AreaScaler.scale(rows, maxWidth, height).toBuffered());
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

package io.scriptorium.renderer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Chooses decoders. The JPEG and TIFF decoders of the JDK give wrong colours for CMYK and leave out
 * kinds of TIFF, so those of TwelveMonkeys must be the ones; the order in which plug-ins happen to
 * be found decides nothing.
 */
final class PictureReaders {
  private static final Map<SourceFormat, String> MAKERS =
      Map.of(
          SourceFormat.PNG, "com.sun.",
          SourceFormat.BMP, "com.sun.",
          SourceFormat.GIF, "com.sun.",
          SourceFormat.JPEG, "com.twelvemonkeys.",
          SourceFormat.TIFF, "com.twelvemonkeys.",
          SourceFormat.WEBP, "com.twelvemonkeys.",
          SourceFormat.JPEG_2000, "com.github.jaiimageio.");

  private PictureReaders() {}

  /** Decodes the first picture. */
  static BufferedImage read(SourceFormat format, ImageInputStream in) throws IOException {
    ImageReader reader = readerFor(format);
    try {
      // The notes inside are not wanted here, and can be made to unpack to gigabytes.
      reader.setInput(in, false, true);
      JpegDamage damage = new JpegDamage();
      reader.addIIOReadWarningListener(damage);
      ImageReadParam param = reader.getDefaultReadParam();
      if (format == SourceFormat.TIFF) {
        // Else any fourth sample would pass for alpha, and alpha for not multiplied yet.
        param.setDestinationType(reader.getRawImageType(0));
      }
      BufferedImage image = reader.read(0, param);
      damage.requireNone();
      return image;
    } finally {
      reader.dispose();
    }
  }

  static ImageReader readerFor(SourceFormat format) {
    String maker = MAKERS.get(format);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.toString());
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (maker != null && reader.getClass().getName().startsWith(maker)) {
        return reader;
      }
    }
    throw new IllegalStateException("no decoder for " + format + " on the class path");
  }
}

package io.scriptorium.renderer;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Chooses decoders. The JPEG and TIFF decoders of the JDK give wrong colours for CMYK and leave out
 * kinds of TIFF, so those of TwelveMonkeys must be the ones; the order in which plug-ins happen to
 * be found decides nothing.
 */
final class PictureReaders {
  private PictureReaders() {}

  static ImageReader readerFor(SourceFormat format) {
    String maker = format == SourceFormat.PNG ? "com.sun." : "com.twelvemonkeys.";
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(maker)) {
        return reader;
      }
    }
    throw new IllegalStateException("no decoder for " + format + " on the class path");
  }
}

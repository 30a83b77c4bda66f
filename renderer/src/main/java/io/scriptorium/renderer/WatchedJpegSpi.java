package io.scriptorium.renderer;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Gives out the usual decoder of JPEG, with {@link JpegDamage} listening to it. */
final class WatchedJpegSpi extends ImageReaderSpi {
  private final ImageReaderSpi usual;

  private WatchedJpegSpi(ImageReaderSpi usual) {
    super(
        "Scriptorium",
        "1",
        usual.getFormatNames(),
        usual.getFileSuffixes(),
        usual.getMIMETypes(),
        usual.getPluginClassName(),
        usual.getInputTypes(),
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
    this.usual = usual;
  }

  /** Puts itself before all decoders of JPEG, since PDFBox takes the first that it finds. */
  static void install() {
    WatchedJpegSpi watched =
        new WatchedJpegSpi(PictureReaders.readerFor(SourceFormat.JPEG).getOriginatingProvider());
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(watched, ImageReaderSpi.class);
    Iterator<ImageReaderSpi> others =
        registry.getServiceProviders(
            ImageReaderSpi.class,
            other -> other != watched && ((ImageReaderSpi) other).getFormatNames() != null,
            false);
    while (others.hasNext()) {
      registry.setOrdering(ImageReaderSpi.class, watched, others.next());
    }
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    return usual.canDecodeInput(source);
  }

  @Override
  public ImageReader createReaderInstance(Object extension) throws IOException {
    ImageReader reader = usual.createReaderInstance(extension);
    reader.addIIOReadWarningListener(JpegDamage::pass);
    return reader;
  }

  @Override
  public String getDescription(Locale locale) {
    return usual.getDescription(locale);
  }
}

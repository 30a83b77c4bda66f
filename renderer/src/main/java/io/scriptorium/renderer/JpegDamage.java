package io.scriptorium.renderer;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Hears from a decoder of JPEG that data were missing or made no sense. It fills what it does not
 * know with grey, warns, and goes on.
 */
final class JpegDamage implements IIOReadWarningListener, AutoCloseable {
  private static final ThreadLocal<@Nullable JpegDamage> HEARING = new ThreadLocal<>();

  private boolean heard;

  /** Hears the watched decoders of this thread until it is closed. */
  static JpegDamage hear() {
    JpegDamage damage = new JpegDamage();
    HEARING.set(damage);
    return damage;
  }

  /** Passes a warning on to whoever hears. */
  static void pass(ImageReader reader, String warning) {
    JpegDamage damage = HEARING.get();
    if (damage != null) {
      damage.warningOccurred(reader, warning);
    }
  }

  @Override
  public void warningOccurred(ImageReader reader, String warning) {
    // The words of the Independent JPEG Group, on which all decoders of Java build.
    heard |= warning.startsWith("Corrupt JPEG data: ") && !warning.contains("extraneous");
  }

  /** Requires that nothing was heard. */
  void requireNone() throws IOException {
    if (heard) {
      throw new IOException("data of a JPEG are missing or wrong");
    }
  }

  @Override
  public void close() {
    HEARING.remove();
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes the streams of a PDF may still unpack to, for a page or for the structure of the
 * file. Belongs to the thread that works on it, as the library decodes on its caller's thread.
 */
final class DecodingBudget implements AutoCloseable {
  private static final ThreadLocal<@Nullable DecodingBudget> CURRENT = new ThreadLocal<>();

  private final RenderException exceeded;
  private final @Nullable DecodingBudget outer = CURRENT.get();
  private final long most;
  private long spent;

  private DecodingBudget(long most, RenderException exceeded) {
    this.most = most;
    this.exceeded = exceeded;
    CURRENT.set(this);
  }

  /** Starts counting for the structure of a file; whoever does closes it. */
  static DecodingBudget forFile(RenderOptions options) {
    return new DecodingBudget(
        options.maxUnpackedBytes(),
        new RenderException(
            Code.DOCUMENT_TOO_COSTLY,
            "the structure of the PDF unpacks to more than "
                + options.maxUnpackedBytes()
                + " bytes"));
  }

  /** Starts counting for a page; whoever does closes it. */
  static DecodingBudget forPage(int number, RenderOptions options) {
    return new DecodingBudget(
        options.maxUnpackedBytes(),
        new RenderException(
            Code.PAGE_TOO_COSTLY,
            "page %d unpacks to more than %d bytes".formatted(number, options.maxUnpackedBytes())));
  }

  /** Nothing outside of this renderer is counted. */
  static @Nullable DecodingBudget current() {
    return CURRENT.get();
  }

  long left() {
    return most - spent;
  }

  /** Takes bytes out of it before they are allocated. */
  void spend(long bytes) {
    spent += bytes;
    check();
  }

  /**
   * Requires that it was kept. To be asked after a call of the library too, which swallows errors.
   */
  void check() {
    if (spent > most || spent < 0) {
      throw new PageFailures.Stopped(exceeded);
    }
  }

  OutputStream counting(OutputStream decoded) {
    return new FilterOutputStream(decoded) {
      @Override
      public void write(int value) throws IOException {
        spend(1);
        out.write(value);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        spend(length);
        out.write(bytes, from, length);
      }
    };
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}

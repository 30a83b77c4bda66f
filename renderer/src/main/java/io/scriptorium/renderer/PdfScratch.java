package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.ScratchFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the library puts streams of a PDF that do not stay in memory. A disk that is full is no
 * fault of the document, and would pass for one.
 */
final class PdfScratch implements RandomAccessStreamCache {
  private static final long MEMORY_BYTES = 64L << 20;
  private static final long MOST_BYTES = 4L << 30;

  private final ScratchFile file;
  private final AtomicLong held = new AtomicLong();

  /**
   * Scratch of one document.
   *
   * @param folder for temporary files; null for the usual one
   * @param memoryBytes that are kept in memory
   */
  PdfScratch(@Nullable File folder, long memoryBytes) throws IOException {
    file = new ScratchFile(MemoryUsageSetting.setupMixed(memoryBytes).setTempDir(folder));
  }

  static PdfScratch create() throws IOException {
    return new PdfScratch(null, MEMORY_BYTES);
  }

  @Override
  public RandomAccess createBuffer() throws IOException {
    return new Buffer(file.createBuffer());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static PageFailures.Stopped noRoom(IOException e) {
    return new PageFailures.Stopped(
        new RenderException(
            Code.RENDERER_UNAVAILABLE,
            "the folder for temporary files cannot be written to",
            new RedactedCause(e)));
  }

  /** What can be done to a buffer that needs room. */
  private interface Writing {
    void run() throws IOException;
  }

  private final class Buffer implements RandomAccess {
    private final RandomAccess inner;
    private long counted;

    private Buffer(RandomAccess inner) {
      this.inner = inner;
    }

    private void write(int length, Writing writing) throws IOException {
      long grown = Math.max(0, inner.getPosition() + length - counted);
      counted += grown;
      if (held.addAndGet(grown) > MOST_BYTES) {
        throw new IOException("more than " + MOST_BYTES + " bytes of temporary files");
      }
      try {
        writing.run();
      } catch (IOException e) {
        throw noRoom(e);
      }
    }

    @Override
    public void write(int value) throws IOException {
      write(1, () -> inner.write(value));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      write(bytes.length, () -> inner.write(bytes));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      write(length, () -> inner.write(bytes, offset, length));
    }

    @Override
    public void clear() throws IOException {
      inner.clear();
    }

    @Override
    public int read() throws IOException {
      return inner.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return inner.read(bytes, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
      return inner.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
      inner.seek(position);
    }

    @Override
    public long length() throws IOException {
      return inner.length();
    }

    @Override
    public boolean isClosed() {
      return inner.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
      return inner.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
      return inner.createView(start, length);
    }

    @Override
    public void close() throws IOException {
      held.addAndGet(-counted);
      counted = 0;
      inner.close();
    }
  }
}

package io.scriptorium.renderer;

import java.nio.file.Path;

/**
 * Opens documents of any supported format: {@link DocumentRenderer} in this process, {@link
 * io.scriptorium.renderer.pool.RenderPool} in others. Safe for use by many threads.
 */
public interface DocumentOpener extends AutoCloseable {
  RenderOptions options();

  /**
   * Opens a file after looking at its first bytes. The caller closes what it gets; the file must
   * stay as it is until then.
   *
   * @throws RenderException if the file is none that can be taken on; its text never names the file
   */
  PageSource open(Path file) throws RenderException;

  @Override
  void close();
}

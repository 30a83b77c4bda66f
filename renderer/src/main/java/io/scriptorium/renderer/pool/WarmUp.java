package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Renders a small page before any is asked for. The libraries take more time for their first page
 * than for many later ones, and a child has nothing to do while the model loads.
 */
final class WarmUp {
  private static final String PAGE = "warm-up.pdf";

  private WarmUp() {}

  /** Leaves nothing in the folder. */
  static void in(Path folder) throws IOException {
    Path file = folder.resolve(PAGE);
    try (InputStream page = WarmUp.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new IOException("there is no " + PAGE);
      }
      Files.copy(page, file);
    }
    try (PageSource source = new DocumentRenderer(RenderOptions.DEFAULTS).open(file)) {
      source.render(1);
    } catch (RenderException e) {
      throw new IOException("the renderer cannot render " + PAGE, e);
    } finally {
      Files.delete(file);
    }
  }
}

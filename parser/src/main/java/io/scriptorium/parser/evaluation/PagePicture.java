package io.scriptorium.parser.evaluation;

import io.scriptorium.renderer.DocumentRenderer;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.Preview;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Pictures of pages, small enough to be put into a report. */
final class PagePicture {
  private static final int MAX_WIDTH = 900;

  private PagePicture() {}

  /** The picture as a {@code data:} address; empty if there is none or it cannot be read. */
  static Optional<String> dataUri(Path file) {
    if (!JsonFile.exists(file)) {
      return Optional.empty();
    }
    try (PageSource source = new DocumentRenderer(RenderOptions.DEFAULTS).open(file)) {
      byte[] jpeg = Preview.jpeg(source.render(1).image(), MAX_WIDTH);
      return Optional.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
    } catch (RenderException | IOException e) {
      return Optional.empty();
    }
  }
}

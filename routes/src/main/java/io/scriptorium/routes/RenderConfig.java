package io.scriptorium.routes;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How pages are rendered, and what that may cost.
 *
 * @param minPixels empty leaves it to the renderer, as does {@code processes}
 * @param passwords to try on protected PDFs; never logged
 * @param memoryBytes that each process may use for documents
 * @param pagesAhead pages of a document that are rendered before the model wants them
 */
public record RenderConfig(
    int dpi,
    int maxPixels,
    OptionalInt minPixels,
    List<String> passwords,
    Duration pageTime,
    Duration documentTime,
    OptionalInt processes,
    long memoryBytes,
    int pagesAhead) {
  public RenderConfig {
    passwords = List.copyOf(passwords);
  }

  /** Everything but the passwords. */
  @Override
  public String toString() {
    return ("RenderConfig[dpi=%d, maxPixels=%d, minPixels=%s, passwords=%d, pageTime=%s,"
            + " documentTime=%s, processes=%s, memoryBytes=%d, pagesAhead=%d]")
        .formatted(
            dpi,
            maxPixels,
            minPixels,
            passwords.size(),
            pageTime,
            documentTime,
            processes,
            memoryBytes,
            pagesAhead);
  }
}

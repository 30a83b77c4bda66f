package io.scriptorium.parser;

import java.nio.file.Path;

/**
 * A published result.
 *
 * @param id SHA-256 of the source's bytes, in hexadecimal
 * @param label what people call the source
 * @param status whether every page was read
 * @param pages number of pages
 * @param folder holds {@code document.html}, {@code document.json}, {@code pages/0001.png} … and
 *     what {@link Exports} ask for
 */
public record ParsedDocument(String id, String label, Status status, int pages, Path folder) {
  /** How the document ended. */
  public enum Status {
    DONE,
    /**
     * Some pages, forms or key values failed or were cut off; {@code document.json} tells of them.
     */
    PARTIAL
  }
}

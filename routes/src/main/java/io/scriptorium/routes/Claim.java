package io.scriptorium.routes;

import java.nio.file.Path;

/**
 * A document taken from the inbox.
 *
 * @param folder its own folder in the work folder
 * @param file the document, under the name that it arrived with
 */
record Claim(Path folder, Path file) {
  /** The name as people may read it. */
  String label() {
    return Label.of(file.getFileName().toString());
  }
}

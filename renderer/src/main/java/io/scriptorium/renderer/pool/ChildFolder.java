package io.scriptorium.renderer.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The private folder of a child: its pixels, its temporary files and what its Java says. */
final class ChildFolder {
  private ChildFolder() {}

  static Path pixels(Path folder) {
    return folder.resolve("pixels");
  }

  /** Where a searchable PDF is written, for the pool to fetch. */
  static Path searchable(Path folder) {
    return folder.resolve("searchable.pdf");
  }

  /** What the Java of the child says about itself, when it cannot start for instance. */
  static Path messages(Path folder) {
    return folder.resolve("messages");
  }

  static Path crashReport(Path folder) {
    return folder.resolve("crash");
  }

  /**
   * Deletes a folder with all that is in it, as far as that can be done. A child that is being
   * killed may still write.
   */
  static void delete(Path folder) {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.forEach(all::add);
    } catch (IOException | RuntimeException e) {
      // What was found so far goes.
    }
    Collections.reverse(all);
    for (Path path : all) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // The next pool on this machine sweeps up.
      }
    }
  }
}

package io.scriptorium.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Places in the source folder that the tests run from. */
final class Repository {
  private static final Path ROOT = findRoot();

  private Repository() {}

  static Path launcher() {
    return ROOT.resolve("scriptorium");
  }

  /** The program, without its libraries. */
  static Path productJar() {
    try (Stream<Path> files = Files.list(ROOT.resolve("routes/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("scriptorium-routes-.*\\.jar"))
          .findAny()
          .orElseThrow();
    } catch (IOException | NoSuchElementException e) {
      throw new IllegalStateException("routes is not built; run 'mvn verify'", e);
    }
  }

  static Path libraries() {
    return ROOT.resolve("routes/target/lib");
  }

  static Path samples() {
    return ROOT.resolve("samples/documents");
  }

  /** What a perfect reading of the samples would say. */
  static Path truth() {
    return ROOT.resolve("samples/truth");
  }

  /** Folders with a model and the answers that the reference implementation gave. */
  static Path golden() {
    return ROOT.resolve("model-runtime/src/test/resources/golden");
  }

  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("scriptorium"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no launcher in " + Path.of("").toAbsolutePath() + " or above");
    }
    return folder;
  }
}

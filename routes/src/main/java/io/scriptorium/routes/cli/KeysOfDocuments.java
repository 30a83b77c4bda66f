package io.scriptorium.routes.cli;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which key values are wanted of which document. */
final class KeysOfDocuments {
  private final Optional<KeyTemplate> ofAll;
  private final Map<Path, KeyTemplate> ofFiles;

  private KeysOfDocuments(Optional<KeyTemplate> ofAll, Map<Path, KeyTemplate> ofFiles) {
    this.ofAll = ofAll;
    this.ofFiles = ofFiles;
  }

  /**
   * Reads templates.
   *
   * @param place a template for all documents, or a folder with one for each, of the document's
   *     name with {@code json} for its ending; null if there are none
   * @throws WrongUseException if a template cannot be used
   */
  static KeysOfDocuments read(@Nullable Path place, List<FoundDocument> documents)
      throws WrongUseException {
    if (place == null) {
      return new KeysOfDocuments(Optional.empty(), Map.of());
    }
    if (!Files.isDirectory(place)) {
      return new KeysOfDocuments(Optional.of(template(place)), Map.of());
    }
    Map<Path, KeyTemplate> found = new HashMap<>();
    for (FoundDocument document : documents) {
      Optional<Path> file = fileFor(document, place);
      if (file.isPresent()) {
        found.put(document.file(), template(file.get()));
      }
    }
    if (found.isEmpty() && !documents.isEmpty()) {
      throw new WrongUseException(
          "--keys: %s has no keys for any document; those of %s would be in %s"
              .formatted(place, documents.get(0).label(), named(documents.get(0).label())));
    }
    return new KeysOfDocuments(Optional.empty(), found);
  }

  /** The file for a document's path below the folder where it was found, else for its name. */
  private static Optional<Path> fileFor(FoundDocument document, Path place) {
    String name = document.file().getFileName().toString();
    return Stream.of(named(document.label()), named(name))
        .map(place::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String named(String document) {
    return document.replaceFirst("\\.[^./]*$", "") + ".json";
  }

  private static KeyTemplate template(Path file) throws WrongUseException {
    try {
      return KeyTemplate.read(file);
    } catch (IllegalArgumentException e) {
      throw new WrongUseException("--keys: " + file + " " + e.getMessage());
    }
  }

  /** Nothing for a document that is only to be read. */
  Optional<KeyTemplate> of(FoundDocument document) {
    return ofAll.or(() -> Optional.ofNullable(ofFiles.get(document.file())));
  }
}

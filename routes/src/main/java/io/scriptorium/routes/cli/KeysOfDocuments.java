package io.scriptorium.routes.cli;

import io.scriptorium.parser.keyvalues.KeyTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      String name = document.file().getFileName().toString();
      Path file = place.resolve(name.replaceFirst("\\.[^.]*$", "") + ".json");
      if (Files.exists(file)) {
        found.put(document.file(), template(file));
      }
    }
    return new KeysOfDocuments(Optional.empty(), found);
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

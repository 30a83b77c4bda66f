package io.scriptorium.routes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the routes read of a result folder's {@code document.json}. */
final class DocumentJson {
  static final String NAME = "document.json";

  private static final JsonFactory JSON = new JsonFactory();
  private static final String ID = "id";

  private DocumentJson() {}

  /** The id of the document that the folder is the result of, if it is one. */
  static Optional<String> idIn(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isId = json.currentName().equals(ID);
        json.nextToken();
        if (isId) {
          return Optional.ofNullable(json.getValueAsString());
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

package io.scriptorium.parser.evaluation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads files of bounded size; a file behind a link is none. */
final class JsonFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  static boolean exists(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** A JSON object. */
  static JsonNode object(Path file, long maxBytes) throws UnreadableException {
    JsonNode node = read(file, maxBytes, JsonNode.class);
    if (!node.isObject()) {
      throw new UnreadableException("it is JSON, but no object");
    }
    return node;
  }

  static <T> T read(Path file, long maxBytes, Class<T> type) throws UnreadableException {
    String text = text(file, maxBytes);
    try {
      T value = JSON.readValue(text, type);
      if (value == null) {
        throw new UnreadableException("it holds nothing");
      }
      return value;
    } catch (JacksonException e) {
      // The library's own words quote the file.
      throw new UnreadableException("it is no JSON of the expected form");
    }
  }

  /** A text that stands in the outermost object; empty if there is none before the first fault. */
  static String field(Path file, String name) {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = parser.currentName().equals(name);
          if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
            return parser.getText();
          }
          parser.skipChildren();
        }
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  static String text(Path file, long maxBytes) throws UnreadableException {
    if (!exists(file)) {
      throw new UnreadableException("it is no file");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > maxBytes) {
        throw new UnreadableException(
            "it has " + bytes + " bytes, more than the " + maxBytes + " that are read");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnreadableException("it cannot be read as UTF-8");
    }
  }
}

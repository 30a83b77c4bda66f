package io.scriptorium.parser.keyvalues;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key values that are wanted of a document, as a JSON object with the keys. What stands there
 * as values does not matter, so that an example of a result is a template as well: texts and
 * numbers are asked for as text, objects are records, and of a list one entry with the keys of all
 * says what each of its records has. Immutable.
 */
public final class KeyTemplate {
  /** Bytes of a file with a template. */
  public static final int MAX_BYTES = 1 << 20;

  /** Keys of a template, those of records included. */
  public static final int MAX_KEYS = 500;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_KEY_LENGTH = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(4 * MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final DefaultPrettyPrinter ONE_LINE =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Spacing.AFTER)
                  .withObjectEntrySpacing(Spacing.AFTER)
                  .withArrayValueSpacing(Spacing.AFTER))
          .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
          .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());

  private final ObjectNode shape;

  private KeyTemplate(ObjectNode shape) {
    this.shape = shape;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying in a clause what it should be
   */
  public static KeyTemplate parse(String json) {
    JsonNode example;
    try {
      example = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not JSON: " + place(e), e);
    }
    if (example == null || !example.isObject() || example.isEmpty()) {
      throw new IllegalArgumentException("is not a JSON object with the wanted keys");
    }
    JsonNode shape = blank(example, 1);
    int keys = keys(shape);
    if (keys > MAX_KEYS) {
      throw new IllegalArgumentException("has " + keys + " keys, more than " + MAX_KEYS);
    }
    return new KeyTemplate((ObjectNode) shape);
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws IllegalArgumentException saying in a clause what is wrong with the file
   */
  public static KeyTemplate read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("is not a file");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException("has more than " + MAX_BYTES + " bytes");
      }
      return parse(Files.readString(file).replaceFirst("^\uFEFF", ""));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "there is nothing"
        : "see line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static JsonNode blank(JsonNode example, int depth) {
    if (example.isContainerNode() && depth > MAX_DEPTH) {
      throw new IllegalArgumentException("is nested deeper than " + MAX_DEPTH + " levels");
    }
    if (example.isObject()) {
      if (example.isEmpty()) {
        throw new IllegalArgumentException("has an object without keys");
      }
      ObjectNode record = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : example.properties()) {
        if (entry.getKey().isBlank() || entry.getKey().length() > MAX_KEY_LENGTH) {
          throw new IllegalArgumentException(
              "has a key that is blank or longer than " + MAX_KEY_LENGTH + " characters");
        }
        record.set(entry.getKey(), blank(entry.getValue(), depth + 1));
      }
      return record;
    }
    if (example.isArray()) {
      @Nullable JsonNode entry = null;
      for (JsonNode one : example) {
        entry = united(entry, blank(one, depth + 1));
      }
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      return list.add(entry == null ? TextNode.valueOf("") : entry);
    }
    return TextNode.valueOf("");
  }

  /** Records with the keys of both, in lists as well; a record or list stands before a text. */
  private static JsonNode united(@Nullable JsonNode one, JsonNode other) {
    if (one == null || (!one.isContainerNode() && other.isContainerNode())) {
      return other;
    }
    if (one instanceof ArrayNode list && other.isArray()) {
      list.set(0, united(list.get(0), other.get(0)));
    }
    if (one instanceof ObjectNode record && other.isObject()) {
      for (Map.Entry<String, JsonNode> entry : other.properties()) {
        record.set(entry.getKey(), united(record.get(entry.getKey()), entry.getValue()));
      }
    }
    return one;
  }

  private static int keys(JsonNode shape) {
    int keys = shape.isObject() ? shape.size() : 0;
    for (JsonNode child : shape) {
      keys += keys(child);
    }
    return keys;
  }

  /**
   * The template on one line, as models of the Qwen family are asked: {@code {"total": "", "items":
   * [{"amount": ""}]}}.
   */
  public String json() {
    try {
      return JSON.writer(ONE_LINE).writeValueAsString(shape);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template has no JSON form", e);
    }
  }

  /** A copy as JSON with empty texts. */
  public ObjectNode toJson() {
    return shape.deepCopy();
  }

  ObjectNode shape() {
    return shape;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyTemplate template && template.shape.equals(shape);
  }

  @Override
  public int hashCode() {
    return shape.hashCode();
  }

  @Override
  public String toString() {
    return json();
  }
}

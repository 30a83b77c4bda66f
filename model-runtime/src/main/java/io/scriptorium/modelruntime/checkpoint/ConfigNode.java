package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.StrictJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An object in a configuration file. It knows its path, so that errors can say where. */
final class ConfigNode {
  private static final StrictJson JSON =
      new StrictJson(Code.CHECKPOINT_MISSING, Code.CHECKPOINT_INVALID, 1 << 20);
  private static final int MAX_ENTRIES = 4096;

  private final String label;
  private final JsonNode node;

  private ConfigNode(String label, JsonNode node) {
    this.label = label;
    this.node = node;
  }

  static ConfigNode read(Path file) throws ModelException {
    String label = String.valueOf(file.getFileName());
    return new ConfigNode(label + ": ", JSON.readObject(file, label));
  }

  static ConfigNode empty(String label) {
    return new ConfigNode(label + ": ", JsonNodeFactory.instance.objectNode());
  }

  /** Whether the field is there; a null counts as left out. */
  boolean has(String field) {
    return node.hasNonNull(field);
  }

  ConfigNode child(String field) throws ModelException {
    JsonNode child = present(field);
    if (!child.isObject()) {
      throw invalid(field, "an object");
    }
    return new ConfigNode(label + field + ".", child);
  }

  int integer(String field) throws ModelException {
    return integer(field, present(field));
  }

  int integerOr(String field, int fallback) throws ModelException {
    return has(field) ? integer(field) : fallback;
  }

  /** A list of integers, or a single one. */
  List<Integer> integers(String field) throws ModelException {
    JsonNode value = present(field);
    if (!value.isArray()) {
      return List.of(integer(field, value));
    }
    if (value.size() > MAX_ENTRIES) {
      throw invalid(field, "a list of at most " + MAX_ENTRIES + " integers");
    }
    List<Integer> integers = new ArrayList<>(value.size());
    for (JsonNode entry : value) {
      integers.add(integer(field, entry));
    }
    return List.copyOf(integers);
  }

  double number(String field) throws ModelException {
    JsonNode value = present(field);
    if (!value.isNumber()) {
      throw invalid(field, "a number");
    }
    return value.doubleValue();
  }

  boolean flag(String field) throws ModelException {
    JsonNode value = present(field);
    if (!value.isBoolean()) {
      throw invalid(field, "true or false");
    }
    return value.booleanValue();
  }

  void requireText(String field, String expected) throws ModelException {
    present(field);
    allow(field, expected);
  }

  /** Throws if the field is there with any other value. */
  void allow(String field, String... values) throws ModelException {
    if (has(field)) {
      allow(field, node.get(field), values);
    }
  }

  /** Throws if the field is there and any entry of its list has another value. */
  void allowEach(String field, String value) throws ModelException {
    if (has(field)) {
      for (JsonNode entry : node.get(field)) {
        allow(field, entry, value);
      }
    }
  }

  void refuse(String field) throws ModelException {
    if (has(field)) {
      throw new ModelException(
          ModelException.Code.CONFIG_UNSUPPORTED, label + field + " is not supported");
    }
  }

  private void allow(String field, JsonNode value, String... values) throws ModelException {
    if (!value.isValueNode() || !List.of(values).contains(value.asText())) {
      throw new ModelException(
          ModelException.Code.CONFIG_UNSUPPORTED,
          "%s%s is %s; supported is %s"
              .formatted(label, field, StrictJson.shorten(value), String.join(" or ", values)));
    }
  }

  private int integer(String field, JsonNode value) throws ModelException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw invalid(field, "an integer");
    }
    return value.intValue();
  }

  private JsonNode present(String field) throws ModelException {
    if (!has(field)) {
      throw new ModelException(Code.CHECKPOINT_INVALID, label + field + " is missing");
    }
    return node.get(field);
  }

  private ModelException invalid(String field, String expected) {
    return new ModelException(
        Code.CHECKPOINT_INVALID,
        "%s%s is %s, not %s"
            .formatted(label, field, StrictJson.shorten(node.get(field)), expected));
  }
}

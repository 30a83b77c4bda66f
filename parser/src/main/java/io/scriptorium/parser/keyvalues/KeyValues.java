package io.scriptorium.parser.keyvalues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Key values that were found, nested as their template is. What was not found is absent. Immutable.
 */
public final class KeyValues {
  /** Nothing found. */
  public static final KeyValues NONE = new KeyValues(JsonNodeFactory.instance.objectNode());

  private final ObjectNode values;

  /** The values, which nobody changes any more. */
  KeyValues(ObjectNode values) {
    this.values = values;
  }

  /** A copy as JSON: texts, lists and objects. */
  public ObjectNode toJson() {
    return values.deepCopy();
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * All together. Lists follow each other; of several texts for one key the first stands, since the
   * head of a document names it and later pages repeat.
   */
  public static KeyValues joined(List<KeyValues> parts) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    parts.forEach(part -> add(all, part.values.deepCopy()));
    return new KeyValues(all);
  }

  private static void add(ObjectNode values, ObjectNode others) {
    for (Map.Entry<String, JsonNode> entry : others.properties()) {
      JsonNode own = values.get(entry.getKey());
      if (own == null) {
        values.set(entry.getKey(), entry.getValue());
      } else if (own instanceof ArrayNode list && entry.getValue() instanceof ArrayNode more) {
        list.addAll(more);
      } else if (own instanceof ObjectNode record && entry.getValue() instanceof ObjectNode more) {
        add(record, more);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyValues found && found.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

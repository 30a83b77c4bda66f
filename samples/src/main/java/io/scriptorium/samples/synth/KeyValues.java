package io.scriptorium.samples.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader would look up on an invoice or a form: values exactly as they are printed, and
 * lists of records. Keys keep the order in which they were put.
 */
public final class KeyValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> values = new LinkedHashMap<>();

  public void put(String key, String value) {
    if (values.putIfAbsent(key, value) != null) {
      throw new IllegalArgumentException("there are two values for " + key);
    }
  }

  /** Adds a record to a list. */
  public void addRow(String list, Map<String, String> row) {
    Object rows = values.computeIfAbsent(list, key -> new ArrayList<Map<String, String>>());
    if (!(rows instanceof List)) {
      throw new IllegalArgumentException(list + " is a value and not a list");
    }
    @SuppressWarnings("unchecked") // lists are only put here
    List<Map<String, String>> records = (List<Map<String, String>>) rows;
    records.add(new LinkedHashMap<>(row));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** A view of it: strings, and lists of maps of strings. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

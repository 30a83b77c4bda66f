package io.scriptorium.routes;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** A properties file in UTF-8 that remembers which keys it gave twice. */
record PropertiesFile(Map<String, String> values, List<String> repeated) {
  PropertiesFile {
    repeated = List.copyOf(repeated);
  }

  /**
   * Loads a file.
   *
   * @throws IllegalArgumentException if an escape in it is malformed
   */
  static PropertiesFile load(Path file) throws IOException {
    Recorder recorder = new Recorder();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      recorder.load(reader);
    }
    Map<String, String> values = new TreeMap<>();
    recorder
        .stringPropertyNames()
        .forEach(key -> values.put(key, recorder.getProperty(key).strip()));
    return new PropertiesFile(values, List.copyOf(recorder.repeated));
  }

  /** {@link Properties} keeps the last of two values in silence. */
  private static final class Recorder extends Properties {
    private static final long serialVersionUID = 1L;

    private final TreeSet<String> repeated = new TreeSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        repeated.add((String) key);
      }
      return super.put(key, value);
    }
  }
}

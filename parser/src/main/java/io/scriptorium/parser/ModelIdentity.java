package io.scriptorium.parser;

import java.util.Map;

/**
 * Which model answered, and how it was asked.
 *
 * @param name as shown to people
 * @param fingerprint SHA-256 over the model's manifest, in hexadecimal
 * @param settings prompt and generation settings, as they go into the provenance
 */
public record ModelIdentity(String name, String fingerprint, Map<String, Object> settings) {
  public ModelIdentity {
    settings = Map.copyOf(settings);
  }
}

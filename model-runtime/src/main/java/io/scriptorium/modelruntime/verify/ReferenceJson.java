package io.scriptorium.modelruntime.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the JSON files of a folder of reference answers. */
final class ReferenceJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferenceJson() {}

  static JsonNode read(Path file) throws ModelException {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new ModelException(Code.REFERENCE_INVALID, "cannot read " + file + ": " + e, e);
    }
  }
}

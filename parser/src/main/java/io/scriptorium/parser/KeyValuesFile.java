package io.scriptorium.parser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.parser.keyvalues.KeyTemplate;
import io.scriptorium.parser.keyvalues.KeyValues;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code key-values.json}: what was asked of the document, and what its pages say. */
final class KeyValuesFile {
  /** Raised when a reader of the last version would misunderstand the next. */
  private static final int SCHEMA_VERSION = 1;

  private KeyValuesFile() {}

  static String toJson(KeyTemplate asked, List<PageResult> pages) {
    List<KeyValues> found = new ArrayList<>();
    for (PageResult page : pages) {
      if (page instanceof PageResult.Read read && read.values() != null) {
        found.add(read.values().found());
      }
    }
    ObjectNode file = PrettyJson.MAPPER.createObjectNode();
    file.put("schemaVersion", SCHEMA_VERSION);
    file.set("asked", asked.toJson());
    file.set("values", KeyValues.joined(found).toJson());
    return PrettyJson.of(file);
  }
}

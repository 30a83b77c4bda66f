package io.scriptorium.parser;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The published schema of {@code document.json}. */
final class MetadataSchema {
  private MetadataSchema() {}

  static List<Error> faults(String document) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ExportFormat.class.getResourceAsStream("document.schema.json"))
        .validate(document, InputFormat.JSON);
  }
}

package io.scriptorium.parser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.htmlschema.assembly.JoinedTable;
import io.scriptorium.parser.ParsedDocument.Status;
import io.scriptorium.renderer.DocumentFacts;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.SourceFormat;
import java.util.List;

/**
 * Writes {@code document.json}: what was parsed, from what, by what, and what became of each page.
 * The same document, model and options give the same bytes; there is no clock in it.
 */
record DocumentMetadata(
    String label,
    Digest source,
    SourceFormat format,
    Status status,
    RenderOptions options,
    ModelIdentity model,
    DocumentFacts facts,
    List<ExportFormat> exports,
    List<ExportFailure> exportFailures) {

  /** Raised when a reader of the last version would misunderstand the next. */
  private static final int SCHEMA_VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  String toJson(List<PageResult> pages) {
    ObjectNode document = JSON.createObjectNode();
    document.put("schemaVersion", SCHEMA_VERSION);
    document.put("id", source.sha256());
    document.put("label", label);
    document.put("format", format.name());
    document.put("status", status.name());
    writeFacts(document);
    writeExports(document);
    ArrayNode pageNodes = document.putArray("pages");
    ArrayNode failures = document.putArray("failures");
    for (PageResult page : pages) {
      PageMetadata.write(page, pageNodes.addObject());
      if (page instanceof PageResult.Failed failed) {
        failures
            .addObject()
            .put("page", failed.number())
            .put("code", failed.code())
            .put("message", failed.message());
      }
    }
    for (ExportFailure failure : exportFailures) {
      failures
          .addObject()
          .put("export", failure.format().id())
          .put("code", failure.code())
          .put("message", failure.message());
    }
    writeJoinedTables(pages, document);
    writeProvenance(document.putObject("provenance"));
    return print(document);
  }

  /** What a document holds besides its pages; nothing, if it holds nothing. */
  private void writeFacts(ObjectNode document) {
    if (facts.xfa()) {
      document.put("xfa", true);
    }
    if (!facts.attachments().isEmpty()) {
      ArrayNode attachments = document.putArray("attachments");
      for (DocumentFacts.Attachment attachment : facts.attachments()) {
        ObjectNode node = attachments.addObject().put("label", attachment.label());
        if (attachment.bytes() >= 0) {
          node.put("bytes", attachment.bytes());
        }
      }
    }
  }

  /** The tables that go on over pages, whole; nothing, if there are none. */
  private static void writeJoinedTables(List<PageResult> pages, ObjectNode document) {
    List<JoinedTable> tables = JoinedTable.of(DocumentParser.toPages(pages));
    if (!tables.isEmpty()) {
      ArrayNode nodes = document.putArray("joinedTables");
      tables.forEach(table -> BlockMetadata.write(table, nodes.addObject()));
    }
  }

  /** The forms that are there besides; nothing, if there are none. */
  private void writeExports(ObjectNode document) {
    if (!exports.isEmpty()) {
      ObjectNode node = document.putObject("exports");
      exports.forEach(format -> node.put(format.id(), format.place()));
    }
  }

  private void writeProvenance(ObjectNode provenance) {
    provenance.putObject("source").put("sha256", source.sha256()).put("bytes", source.bytes());
    provenance
        .putObject("renderer")
        .put("dpi", options.dpi())
        .put("minPixels", options.minPixels())
        .put("maxPixels", options.maxPixels());
    ObjectNode modelNode = provenance.putObject("model");
    modelNode.put("name", model.name());
    modelNode.put("fingerprint", model.fingerprint());
    modelNode.set("settings", JSON.valueToTree(model.settings()));
    provenance
        .putObject("versions")
        .put("scriptorium", ProductVersion.get())
        .put("java", System.getProperty("java.version"));
  }

  private static String print(ObjectNode document) {
    // The line ends must not depend on the platform.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata has no JSON form", e);
    }
  }
}

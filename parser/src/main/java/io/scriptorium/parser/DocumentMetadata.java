package io.scriptorium.parser;

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
    boolean keyValues,
    List<ExportFailure> exportFailures) {

  /** Raised when a reader of the last version would misunderstand the next. */
  private static final int SCHEMA_VERSION = 1;

  String toJson(List<PageResult> pages) {
    ObjectNode document = PrettyJson.MAPPER.createObjectNode();
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
    return PrettyJson.of(document);
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
    if (!exports.isEmpty() || keyValues) {
      ObjectNode node = document.putObject("exports");
      exports.forEach(format -> node.put(format.id(), format.place()));
      if (keyValues) {
        node.put("keyValues", ResultFolders.KEY_VALUES);
      }
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
    modelNode.set("settings", PrettyJson.MAPPER.valueToTree(model.settings()));
    provenance
        .putObject("versions")
        .put("scriptorium", ProductVersion.get())
        .put("java", System.getProperty("java.version"));
  }
}

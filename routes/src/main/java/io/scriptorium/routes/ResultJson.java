package io.scriptorium.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.ParseException.Kind;
import io.scriptorium.parser.ParsedDocument;
import io.scriptorium.parser.ResultFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the value of a result record from a result folder. */
final class ResultJson {
  /** For the key, the headers and the framing of the record that carries the value. */
  private static final int ROOM = 4096;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int largestRecord;

  ResultJson(int largestRecord) {
    this.largestRecord = largestRecord;
  }

  /**
   * Reads the folder.
   *
   * @throws ParseException if the value would not fit into a record
   */
  byte[] of(ParsedDocument parsed, DocumentRecord record) throws ParseException {
    Path html = parsed.folder().resolve("document.html");
    Path json = parsed.folder().resolve(DocumentJson.NAME);
    Path keyValues = parsed.folder().resolve(ResultFolders.KEY_VALUES);
    try {
      boolean hasKeyValues = Files.exists(keyValues);
      checkSize(
          Files.size(html) + Files.size(json) + (hasKeyValues ? Files.size(keyValues) : 0), record);
      ObjectNode result = JSON.createObjectNode();
      result.put("id", parsed.id());
      result.put("key", record.keyText().orElse(null));
      result.put("name", parsed.label());
      result.put("status", parsed.status().name());
      result.put("pages", parsed.pages());
      if (hasKeyValues) {
        result.set("keyValues", JSON.readTree(Files.readAllBytes(keyValues)).path("values"));
      }
      result.put("html", Files.readString(html));
      result.set("document", JSON.readTree(Files.readAllBytes(json)));
      byte[] bytes = JSON.writeValueAsBytes(result);
      checkSize(bytes.length, record);
      return bytes;
    } catch (JsonProcessingException e) {
      // Not as the cause: its text quotes the document.
      throw new ParseException("RESULT_UNREADABLE", Kind.MODEL, "a file of the result is not JSON");
    } catch (IOException e) {
      String message = "the result cannot be read: " + e.getClass().getSimpleName();
      throw new ParseException("RESULT_UNREADABLE", Kind.TRANSIENT, message, e);
    }
  }

  private void checkSize(long size, DocumentRecord record) throws ParseException {
    byte[] key = record.key();
    long room = ROOM + (key == null ? 0L : key.length);
    if (size + room > largestRecord) {
      throw new ParseException(
          "RESULT_TOO_LARGE",
          Kind.BAD_INPUT,
          "the result has %d bytes, of which a record of %d bytes (kafka.max-record-size) holds %d"
              .formatted(size, largestRecord, Math.max(0, largestRecord - room)));
    }
  }
}

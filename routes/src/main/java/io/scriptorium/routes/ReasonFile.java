package io.scriptorium.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Tells beside a document why it has no result: {@code <name>.reason.json}. */
final class ReasonFile {
  static final String SUFFIX = ".reason.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LARGEST = 1 << 16;

  private ReasonFile() {}

  /** Writes the file, which appears whole or not at all and replaces an earlier one. */
  static void write(Path file, String label, String id, Failure failure) throws IOException {
    ObjectNode reason = JSON.createObjectNode();
    reason.put("code", failure.code());
    reason.put("message", failure.message());
    reason.put("attempts", failure.attempts());
    reason.put("permanent", failure.permanent());
    reason.put("name", label);
    reason.put("id", id);
    Path unfinished = Files.createTempFile(file.getParent(), ".reason-", ".tmp");
    try {
      Files.write(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(reason));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The id of the document that the file refuses for good, if that is what it does. */
  static Optional<String> refusedForGood(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    try {
      JsonNode reason = JSON.readTree(Files.readAllBytes(file));
      return reason.path("permanent").asBoolean()
          ? Optional.of(reason.path("id").asText())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.modelruntime.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON that is UTF-8, has no field twice, no text after its end, and stays within limits. */
final class StrictJson {
  private static final int MAX_SHOWN = 60;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(64)
                  .maxNameLength(4096)
                  .maxStringLength(1 << 20)
                  .build())
          .build();

  private static final ObjectMapper MAPPER =
      new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * Reads a file that holds one object.
   *
   * @param label names the file in errors
   */
  static JsonNode readObject(Path file, String label, int maxBytes) throws ModelException {
    JsonNode node;
    try {
      long size = Files.size(file);
      if (size > maxBytes) {
        throw invalid(label + " has " + size + " bytes; at most " + maxBytes + " are read", null);
      }
      node = MAPPER.readTree(decode(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new ModelException(
          ModelException.Code.CHECKPOINT_MISSING, label + " is missing from the checkpoint", e);
    } catch (CharacterCodingException e) {
      throw invalid(label + " is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw invalid(label + " is not valid JSON: " + reason(e), e);
    } catch (IOException e) {
      throw invalid(label + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
    if (!node.isObject()) {
      throw invalid(label + " holds no JSON object", null);
    }
    return node;
  }

  static String decode(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  /** What is wrong and where, on one line. */
  static String reason(JsonProcessingException e) {
    String text = Labels.shorten(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
    return e.getLocation() == null
        ? text
        : "%s (line %d, column %d)"
            .formatted(text, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  static String shorten(JsonNode value) {
    String text = value.toString();
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }

  private static ModelException invalid(String message, @Nullable Throwable cause) {
    return cause == null
        ? new ModelException(ModelException.Code.CHECKPOINT_INVALID, message)
        : new ModelException(ModelException.Code.CHECKPOINT_INVALID, message, cause);
  }
}

package io.scriptorium.modelruntime.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files of JSON that is UTF-8, has no field twice, no text after its end, and stays within
 * limits.
 *
 * @param missing code of the error if there is no file
 * @param invalid code of every other error
 * @param maxBytes how long a file may be
 */
public record StrictJson(Code missing, Code invalid, long maxBytes) {
  private static final int MAX_SHOWN = 60;

  public static final JsonFactory FACTORY =
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

  /**
   * Reads a file that holds one object.
   *
   * @param label names the file in errors
   */
  public ObjectNode readObject(Path file, String label) throws ModelException {
    if (read(file, label) instanceof ObjectNode object) {
      return object;
    }
    throw new ModelException(invalid, label + " holds no JSON object");
  }

  /**
   * Reads a file.
   *
   * @param label names the file in errors
   */
  public JsonNode read(Path file, String label) throws ModelException {
    try {
      long size = Files.size(file);
      if (size > maxBytes) {
        throw new ModelException(
            invalid, label + " has " + size + " bytes; at most " + maxBytes + " are read");
      }
      return MAPPER.readTree(decode(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new ModelException(missing, label + " is missing from the checkpoint", e);
    } catch (CharacterCodingException e) {
      throw new ModelException(invalid, label + " is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new ModelException(invalid, label + " is not valid JSON: " + reason(e), e);
    } catch (IOException e) {
      throw new ModelException(
          invalid, label + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  public static String decode(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  /** What is wrong and where, on one line. */
  public static String reason(JsonProcessingException e) {
    String text = Labels.shorten(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
    return e.getLocation() == null
        ? text
        : "%s (line %d, column %d)"
            .formatted(text, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  public static String shorten(JsonNode value) {
    String text = value.toString();
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }
}

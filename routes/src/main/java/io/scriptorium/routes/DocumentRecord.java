package io.scriptorium.routes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of documents, as bytes from outside.
 *
 * @param key the client's own name for the document
 * @param name what people call it
 * @param value the document
 */
@SuppressWarnings("ArrayRecordComponent") // Moved, never compared; a copy would cost a document.
record DocumentRecord(
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    byte @Nullable [] name,
    byte @Nullable [] value) {

  /** Where it came from, for log lines and for documents without a name. */
  String place() {
    return topic + "/" + partition + "/" + offset;
  }

  /** The key as text, with a replacement character for what is none. */
  Optional<String> keyText() {
    return Optional.ofNullable(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * What people call it: the name, else the key, else its place.
   *
   * @throws CharacterCodingException if the name is not UTF-8
   */
  String label() throws CharacterCodingException {
    if (name == null) {
      return Label.of(keyText().orElseGet(this::place));
    }
    return Label.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString());
  }
}

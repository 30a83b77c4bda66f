package io.scriptorium.modelruntime.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The bytes behind every id. */
final class Vocabulary {

  private static final byte[] NOTHING = {};

  /** By id; ids that stand for nothing have no bytes. */
  private final byte[][] bytes;

  private final BitSet special = new BitSet();
  private final Map<String, Integer> added = new HashMap<>();

  Vocabulary(TokenizerDefinition definition) {
    int highest = definition.base().values().stream().mapToInt(Integer::intValue).max().orElse(-1);
    for (AddedToken token : definition.added()) {
      highest = Math.max(highest, token.id());
    }
    bytes = new byte[highest + 1][];
    definition.base().forEach((token, id) -> bytes[id] = ByteAlphabet.bytes(token));
    for (AddedToken token : definition.added()) {
      bytes[token.id()] = token.content().getBytes(StandardCharsets.UTF_8);
      added.put(token.content(), token.id());
      special.set(token.id(), token.special());
    }
  }

  int size() {
    return bytes.length;
  }

  OptionalInt addedId(String content) {
    Integer id = added.get(content);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  byte[] bytes(int id, boolean skipSpecial) {
    if (id < 0 || id >= bytes.length || bytes[id] == null || (skipSpecial && special.get(id))) {
      return NOTHING;
    }
    return bytes[id];
  }
}

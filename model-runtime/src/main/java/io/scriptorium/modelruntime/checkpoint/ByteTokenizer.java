package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tokenizer.json that knows single bytes and the tokens of the conversation, in the layout of the
 * published one. A checkpoint of any vocabulary can have it.
 */
final class ByteTokenizer {
  private static final int BYTES = 256;
  private static final String WORDS =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private final int vocabSize;
  private final Map<Integer, String> added = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if the ids are not of different tokens, or are those of bytes
   */
  ByteTokenizer(ModelConfig config) {
    this.vocabSize = config.text().vocabSize();
    TokenIds tokens = config.tokens();
    int end = tokens.endOfText().get(0);
    add("<|im_end|>", end);
    add("<|vision_start|>", tokens.visionStart());
    add("<|vision_end|>", tokens.visionEnd());
    add("<|image_pad|>", tokens.image());
    add("<|video_pad|>", tokens.video());
    // The configuration need not name these two.
    add("<|endoftext|>", tokens.pad() == end ? free(end) : tokens.pad());
    add("<|im_start|>", free(end - 1));
  }

  private void add(String content, int id) {
    if (id < BYTES) {
      throw new IllegalArgumentException(
          "token %s has id %d, which is that of a byte".formatted(content, id));
    }
    String other = added.putIfAbsent(id, content);
    if (other != null) {
      throw new IllegalArgumentException(
          "tokens %s and %s both have id %d".formatted(other, content, id));
    }
  }

  private int free(int wish) {
    if (wish >= BYTES && !added.containsKey(wish)) {
      return wish;
    }
    for (int id = BYTES; id < vocabSize; id++) {
      if (!added.containsKey(id)) {
        return id;
      }
    }
    throw new IllegalArgumentException("a vocabulary of " + vocabSize + " has no room for tokens");
  }

  ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    ArrayNode addedTokens = root.putArray("added_tokens");
    added.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(token -> addedToken(addedTokens.addObject(), token.getKey(), token.getValue()));
    root.putObject("normalizer").put("type", "NFC");
    preTokenizer(root.putObject("pre_tokenizer"));
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    model(root.putObject("model"));
    return root;
  }

  private static void addedToken(ObjectNode node, int id, String content) {
    node.put("id", id)
        .put("content", content)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", true);
  }

  private static void preTokenizer(ObjectNode node) {
    ArrayNode steps = node.put("type", "Sequence").putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", WORDS);
    split.put("behavior", "Isolated").put("invert", false);
    byteLevel(steps.addObject());
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", false)
        .put("use_regex", false);
  }

  private void model(ObjectNode node) {
    node.put("type", "BPE")
        .putNull("dropout")
        .putNull("unk_token")
        .put("continuing_subword_prefix", "")
        .put("end_of_word_suffix", "")
        .put("fuse_unk", false)
        .put("byte_fallback", false);
    ObjectNode vocabulary = node.putObject("vocab");
    byteTokens(vocabulary);
    // Readers number added tokens themselves unless the vocabulary has them too.
    added.forEach((id, content) -> vocabulary.put(content, id));
    node.putArray("merges");
  }

  /** Printable bytes stand for themselves and come first; the others follow, from U+0100 on. */
  private static void byteTokens(ObjectNode vocabulary) {
    int id = 0;
    for (int b = 0; b < BYTES; b++) {
      if (printable(b)) {
        vocabulary.put(Character.toString(b), id++);
      }
    }
    for (int stand = BYTES; id < BYTES; stand++) {
      vocabulary.put(Character.toString(stand), id++);
    }
  }

  private static boolean printable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xFF && b != 0xAD);
  }
}

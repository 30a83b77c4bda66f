package io.scriptorium.modelruntime.tokenizer;

import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.CONFIG;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.MERGES;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.VOCABULARY;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import java.util.List;
import java.util.Map;

/**
 * Writes the one-file form of a Qwen tokenizer from the older {@code vocab.json}, {@code
 * merges.txt} and {@code tokenizer_config.json}, which leave normalisation and splitting unsaid.
 */
final class QwenTokenizerLayout {

  /** Numbers stand alone; contractions, words, punctuation and line ends stay together. */
  private static final String SPLIT =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private static final List<String> SPECIAL =
      List.of(
          "<|endoftext|>",
          "<|im_start|>",
          "<|im_end|>",
          "<|object_ref_start|>",
          "<|object_ref_end|>",
          "<|box_start|>",
          "<|box_end|>",
          "<|quad_start|>",
          "<|quad_end|>",
          "<|vision_start|>",
          "<|vision_end|>",
          "<|vision_pad|>",
          "<|image_pad|>",
          "<|video_pad|>");

  private static final List<String> NOT_SPECIAL =
      List.of(
          "<tool_call>",
          "</tool_call>",
          "<|fim_prefix|>",
          "<|fim_middle|>",
          "<|fim_suffix|>",
          "<|fim_pad|>",
          "<|repo_name|>",
          "<|file_sep|>");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private QwenTokenizerLayout() {}

  static ObjectNode read(TokenizerFiles files) throws ModelException {
    ObjectNode vocabulary = files.object(VOCABULARY);
    ObjectNode tokenizer = JSON.objectNode();
    tokenizer.put("version", "1.0");
    tokenizer.set("added_tokens", addedTokens(files, vocabulary.size()));
    tokenizer.putObject("normalizer").put("type", "NFC");
    ArrayNode steps =
        tokenizer.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", SPLIT);
    split.put("behavior", "Isolated").put("invert", false);
    byteLevel(steps.addObject());
    byteLevel(tokenizer.putObject("decoder"));
    ObjectNode model = tokenizer.putObject("model").put("type", "BPE");
    model.set("vocab", vocabulary);
    model.set("merges", merges(files.lines(MERGES)));
    return tokenizer;
  }

  private static void byteLevel(ObjectNode step) {
    step.put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", false);
  }

  private static ArrayNode merges(List<String> lines) {
    ArrayNode merges = JSON.arrayNode();
    for (String line : lines) {
      if (!line.isEmpty() && !line.startsWith("#version")) {
        merges.add(line);
      }
    }
    return merges;
  }

  private static ArrayNode addedTokens(TokenizerFiles files, int firstId) throws ModelException {
    JsonNode listed =
        files.has(CONFIG) ? files.object(CONFIG).path("added_tokens_decoder") : JSON.objectNode();
    return listed.isEmpty() ? usualTokens(firstId) : listedTokens(listed);
  }

  private static ArrayNode listedTokens(JsonNode listed) throws ModelException {
    ArrayNode tokens = JSON.arrayNode();
    for (Map.Entry<String, JsonNode> entry : listed.properties()) {
      if (!(entry.getValue() instanceof ObjectNode token) || !entry.getKey().matches("\\d{1,9}")) {
        throw invalid(CONFIG + " lists an added token that is not an object under its id");
      }
      tokens.add(token.deepCopy().put("id", Integer.parseInt(entry.getKey())));
    }
    return tokens;
  }

  private static ArrayNode usualTokens(int firstId) {
    ArrayNode tokens = JSON.arrayNode();
    SPECIAL.forEach(content -> add(tokens, firstId, content, true));
    NOT_SPECIAL.forEach(content -> add(tokens, firstId, content, false));
    return tokens;
  }

  private static void add(ArrayNode tokens, int firstId, String content, boolean special) {
    tokens
        .addObject()
        .put("id", firstId + tokens.size() - 1)
        .put("content", content)
        .put("special", special);
  }
}

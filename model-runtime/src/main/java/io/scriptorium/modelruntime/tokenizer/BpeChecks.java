package io.scriptorium.modelruntime.tokenizer;

import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a tokenizer is a byte-level BPE whose every merge can happen. */
final class BpeChecks {

  /** Ids size tables, so they are bounded before anything is allocated. */
  static final int MAX_ID = 1 << 22;

  private BpeChecks() {}

  static void requireByteLevelBpe(JsonNode json) throws ModelException {
    JsonNode model = json.path("model");
    if (!model.path("type").asText().equals("BPE")) {
      throw invalid("the model is of type " + model.path("type") + ", not \"BPE\"");
    }
    if (model.path("dropout").asDouble(0) != 0) {
      throw invalid("the model drops merges at random (dropout " + model.get("dropout") + ")");
    }
    for (String affix : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
      if (!model.path(affix).asText("").isEmpty()) {
        throw invalid("the model sets " + affix + ", which byte-level tokens do not have");
      }
    }
    if (!isByteLevel(json.path("decoder"))) {
      throw invalid("the decoder is not ByteLevel");
    }
    JsonNode splitter = json.path("pre_tokenizer");
    if (!isByteLevel(splitter) && !hasByteLevel(splitter.path("pretokenizers"))) {
      throw invalid("the pre_tokenizer has no ByteLevel step");
    }
  }

  static Map<String, Integer> vocabulary(JsonNode vocab) throws ModelException {
    Map<String, Integer> ids = new HashMap<>(vocab.size() * 2);
    BitSet seen = new BitSet();
    for (Map.Entry<String, JsonNode> entry : vocab.properties()) {
      int id = id(entry.getValue(), "a token of the vocabulary");
      if (seen.get(id)) {
        throw invalid("id " + id + " stands for two tokens of the vocabulary");
      }
      seen.set(id);
      ids.put(entry.getKey(), id);
    }
    for (int value = 0; value < 256; value++) {
      if (!ids.containsKey(ByteAlphabet.character(value))) {
        throw invalid("the vocabulary has no token for byte " + value);
      }
    }
    return ids;
  }

  static int id(JsonNode value, String owner) throws ModelException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw invalid(owner + " has no whole number as id");
    }
    int id = value.intValue();
    if (id < 0 || id > MAX_ID) {
      throw invalid(owner + " has id " + id + ", which is not between 0 and " + MAX_ID);
    }
    return id;
  }

  static void requireMerges(JsonNode merges, Map<String, Integer> base, List<AddedToken> added)
      throws ModelException {
    if (!merges.isArray()) {
      throw invalid("the model has no list of merges");
    }
    Set<String> untouchable =
        added.stream().map(AddedToken::content).collect(Collectors.toUnmodifiableSet());
    Set<String> seen = new HashSet<>(merges.size() * 2);
    for (int i = 0; i < merges.size(); i++) {
      String[] pair = pair(merges.get(i), i);
      for (String part : List.of(pair[0], pair[1], pair[0] + pair[1])) {
        if (!base.containsKey(part)) {
          throw invalid("merge " + i + " needs a token that is not in the vocabulary");
        }
      }
      if (!seen.add(pair[0] + ' ' + pair[1])) {
        throw invalid("merge " + i + " is listed twice");
      }
      if (untouchable.contains(pair[0] + pair[1])) {
        throw invalid("merge " + i + " makes an added token, so plain text could hold one");
      }
    }
  }

  /** A merge is a list of two tokens, or in older files both in one text with a space between. */
  private static String[] pair(JsonNode merge, int index) throws ModelException {
    String[] pair =
        merge.isTextual()
            ? merge.textValue().split(" ", -1)
            : new String[] {merge.path(0).asText(), merge.path(1).asText()};
    if (pair.length != 2
        || pair[0].isEmpty()
        || pair[1].isEmpty()
        || (merge.isArray() && merge.size() != 2)) {
      throw invalid("merge " + index + " is not a pair of tokens");
    }
    return pair;
  }

  private static boolean hasByteLevel(JsonNode steps) {
    for (JsonNode step : steps) {
      if (isByteLevel(step)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isByteLevel(JsonNode step) {
    return step.path("type").asText().equals("ByteLevel");
  }
}

package io.scriptorium.modelruntime.tokenizer;

import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads added tokens and refuses those that are to be matched in ways we do not match. */
final class AddedTokenChecks {

  private static final int MAX_TOKENS = 4096;
  private static final int MAX_LENGTH = 256;

  private AddedTokenChecks() {}

  static List<AddedToken> addedTokens(JsonNode list, Map<String, Integer> base)
      throws ModelException {
    if (list.size() > MAX_TOKENS) {
      throw invalid("there are " + list.size() + " added tokens; at most " + MAX_TOKENS);
    }
    Map<Integer, String> owners = new HashMap<>(base.size() * 2);
    base.forEach((token, id) -> owners.put(id, token));
    Set<String> contents = new HashSet<>();
    List<AddedToken> tokens = new ArrayList<>();
    for (JsonNode json : list) {
      AddedToken token = addedToken(json);
      if (!contents.add(token.content())) {
        throw invalid("added token " + token.content() + " is listed twice");
      }
      String owner = owners.putIfAbsent(token.id(), token.content());
      if (owner != null && !owner.equals(token.content())) {
        throw invalid(
            "id " + token.id() + " of added token " + token.content() + " stands for another");
      }
      if (base.getOrDefault(token.content(), token.id()) != token.id()) {
        throw invalid("added token " + token.content() + " has another id in the vocabulary");
      }
      tokens.add(token);
    }
    return tokens;
  }

  private static AddedToken addedToken(JsonNode json) throws ModelException {
    String content = json.path("content").asText("");
    int id = BpeChecks.id(json.path("id"), "an added token");
    if (content.isEmpty() || content.length() > MAX_LENGTH) {
      throw invalid("added token " + id + " has " + content.length() + " characters");
    }
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      if (json.path(flag).asBoolean()) {
        throw invalid("added token " + content + " asks for " + flag + ", which is not supported");
      }
    }
    return new AddedToken(id, content, json.path("special").asBoolean());
  }
}

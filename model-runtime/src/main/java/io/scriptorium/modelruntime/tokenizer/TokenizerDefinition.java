package io.scriptorium.modelruntime.tokenizer;

import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.MERGES;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.TOKENIZER;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.VOCABULARY;
import static io.scriptorium.modelruntime.tokenizer.TokenizerFiles.invalid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a tokenizer's files say, checked.
 *
 * @param json the one-file form without its added tokens, so that nobody who reads it can find
 *     control tokens in plain text
 * @param base ids of the tokens that are merged from bytes, by how the vocabulary writes them
 * @param added tokens that stand for themselves
 */
record TokenizerDefinition(String json, Map<String, Integer> base, List<AddedToken> added) {

  TokenizerDefinition {
    base = Map.copyOf(base);
    added = List.copyOf(added);
  }

  static TokenizerDefinition read(Path folder) throws ModelException {
    TokenizerFiles files = new TokenizerFiles(folder);
    if (files.has(TOKENIZER)) {
      return of(files.object(TOKENIZER));
    }
    if (files.has(VOCABULARY) || files.has(MERGES)) {
      return of(QwenTokenizerLayout.read(files));
    }
    throw invalid("neither " + TOKENIZER + " nor " + VOCABULARY + " and " + MERGES + " are there");
  }

  private static TokenizerDefinition of(ObjectNode json) throws ModelException {
    BpeChecks.requireByteLevelBpe(json);
    Map<String, Integer> base = BpeChecks.vocabulary(json.path("model").path("vocab"));
    List<AddedToken> added = AddedTokenChecks.addedTokens(json.path("added_tokens"), base);
    BpeChecks.requireMerges(json.path("model").path("merges"), base, added);
    json.putArray("added_tokens");
    json.putNull("truncation");
    json.putNull("padding");
    return new TokenizerDefinition(json.toString(), base, added);
  }
}

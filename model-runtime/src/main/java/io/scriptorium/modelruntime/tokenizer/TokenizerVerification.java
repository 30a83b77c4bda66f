package io.scriptorium.modelruntime.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.VectorCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares a tokenizer with answers of the reference tokenizer: {@code vectors.json}, a list of
 * {@code {"text": ..., "ids": [...], "decoded": ...}} in which added tokens count as such.
 */
public final class TokenizerVerification {

  private static final String VECTORS = "vectors.json";

  private TokenizerVerification() {}

  /**
   * Checks the tokenizer of a folder with the {@code vectors.json} beside it.
   *
   * @throws ModelException TOKENIZER_INVALID if either cannot be read
   */
  public static VectorCheck run(Path folder) throws ModelException {
    return run(Tokenizer.read(folder), folder);
  }

  /**
   * Checks a tokenizer with the {@code vectors.json} of a folder.
   *
   * @throws ModelException TOKENIZER_INVALID if that file cannot be read
   */
  public static VectorCheck run(Tokenizer tokenizer, Path folder) throws ModelException {
    JsonNode vectors = new TokenizerFiles(folder).json(VECTORS);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      JsonNode vector = vectors.get(i);
      if (vector == null || !vector.path("text").isTextual() || !vector.path("ids").isArray()) {
        throw TokenizerFiles.invalid(VECTORS + " is not a list of texts with ids");
      }
      difference(tokenizer, i, vector).ifPresent(failures::add);
    }
    return new VectorCheck(vectors.size(), failures);
  }

  private static Optional<String> difference(Tokenizer tokenizer, int number, JsonNode vector) {
    int[] expected = new int[vector.get("ids").size()];
    Arrays.setAll(expected, i -> vector.get("ids").get(i).asInt(-1));
    int[] ids = tokenizer.encode(vector.get("text").textValue());
    int at = Arrays.mismatch(ids, expected);
    if (at >= 0) {
      return Optional.of(
          "vector %d: id %d is %s, expected %s"
              .formatted(number, at, idAt(ids, at), idAt(expected, at)));
    }
    JsonNode decoded = vector.path("decoded");
    if (decoded.isTextual() && !decoded.textValue().equals(tokenizer.decode(ids, false))) {
      return Optional.of("vector " + number + ": the ids decode to another text");
    }
    return Optional.empty();
  }

  private static String idAt(int[] ids, int at) {
    return at < ids.length ? Integer.toString(ids[at]) : "none";
  }
}

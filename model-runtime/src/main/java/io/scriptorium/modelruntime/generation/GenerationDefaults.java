package io.scriptorium.modelruntime.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads generation_config.json, where a checkpoint says how it wants to be sampled. */
public final class GenerationDefaults {
  private static final ObjectMapper JSON = new ObjectMapper();

  // The published files say 1e-6, which divides logits into the most probable token and nothing
  // else.
  private static final double GREEDY_BELOW = 1e-3;

  private GenerationDefaults() {}

  /**
   * The options of a folder; greedy without a penalty if it has no generation_config.json.
   *
   * @throws ModelException {@code CHECKPOINT_INVALID} if a value is out of range or no number
   */
  public static GenerationOptions read(Path folder) throws ModelException {
    Path file = folder.resolve("generation_config.json");
    if (!Files.isRegularFile(file)) {
      return GenerationOptions.GREEDY;
    }
    try {
      JsonNode config = JSON.readTree(file.toFile());
      double temperature = number(config, "temperature", 1);
      boolean draws = config.path("do_sample").asBoolean(false) && temperature >= GREEDY_BELOW;
      return new GenerationOptions(
          GenerationOptions.GREEDY.maxTokens(),
          draws ? temperature : 0,
          (int) number(config, "top_k", draws ? 50 : 0),
          number(config, "top_p", 1),
          number(config, "repetition_penalty", 1),
          0);
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID, "generation_config.json: " + e.getMessage(), e);
    }
  }

  private static double number(JsonNode config, String field, double otherwise) {
    JsonNode value = config.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw new IllegalArgumentException(field + " is no number");
    }
    return value.doubleValue();
  }
}

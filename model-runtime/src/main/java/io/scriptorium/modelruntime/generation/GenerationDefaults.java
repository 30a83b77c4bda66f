package io.scriptorium.modelruntime.generation;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads generation_config.json, where a checkpoint says how it wants to be sampled. */
public final class GenerationDefaults {
  private static final String FILE = "generation_config.json";
  private static final StrictJson JSON =
      new StrictJson(Code.CHECKPOINT_MISSING, Code.CHECKPOINT_INVALID, 1 << 20);

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
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return GenerationOptions.GREEDY;
    }
    JsonNode config = JSON.readObject(file, FILE);
    try {
      double temperature = number(config, "temperature", 1);
      boolean draws = config.path("do_sample").asBoolean(false) && temperature >= GREEDY_BELOW;
      return new GenerationOptions(
          GenerationOptions.GREEDY.maxTokens(),
          draws ? temperature : 0,
          (int) number(config, "top_k", draws ? 50 : 0),
          number(config, "top_p", 1),
          number(config, "repetition_penalty", 1),
          0);
    } catch (IllegalArgumentException e) {
      throw new ModelException(Code.CHECKPOINT_INVALID, FILE + ": " + e.getMessage(), e);
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

package io.scriptorium.modelruntime.preprocess;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.StrictJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code preprocessor_config.json} and refuses what {@link ImageProcessor} does not do. */
final class PreprocessorConfigReader {

  static final String FILE = "preprocessor_config.json";

  private static final int BICUBIC = 3;

  private static final Set<String> TYPES =
      Set.of(
          "Qwen2VLImageProcessor",
          "Qwen2VLImageProcessorFast",
          "Qwen2VLImageProcessorPil",
          "Qwen2_5_VLImageProcessor");

  private static final StrictJson JSON =
      new StrictJson(Code.PREPROCESSOR_INVALID, Code.PREPROCESSOR_INVALID, 1 << 20);

  private final JsonNode json;

  private PreprocessorConfigReader(JsonNode json) {
    this.json = json;
  }

  static PreprocessorConfig read(Path folder) throws ModelException {
    JsonNode json = JSON.readObject(folder.resolve(FILE), FILE);
    try {
      return new PreprocessorConfigReader(json).config();
    } catch (IllegalArgumentException e) {
      throw new ModelException(Code.PREPROCESSOR_INVALID, FILE + ": " + e.getMessage(), e);
    }
  }

  private PreprocessorConfig config() throws ModelException {
    requireKnownType();
    for (String step : List.of("do_resize", "do_rescale", "do_normalize", "do_convert_rgb")) {
      if (json.hasNonNull(step) && !json.get(step).asBoolean()) {
        throw invalid(step + " is false; images are always resized, rescaled and normalised");
      }
    }
    if (json.path("resample").asInt(BICUBIC) != BICUBIC) {
      throw invalid("resample is " + json.get("resample") + "; only 3 (bicubic) is supported");
    }
    if (Math.abs(json.path("rescale_factor").asDouble(1 / 255.0) * 255 - 1) > 1e-9) {
      throw invalid("rescale_factor is " + json.get("rescale_factor") + ", not 1/255");
    }
    return new PreprocessorConfig(
        pixels("min_pixels", "shortest_edge"),
        pixels("max_pixels", "longest_edge"),
        integer("patch_size", json.path("patch_size")),
        integer("temporal_patch_size", json.path("temporal_patch_size")),
        integer("merge_size", json.path("merge_size")),
        numbers("image_mean"),
        numbers("image_std"));
  }

  private void requireKnownType() throws ModelException {
    JsonNode type = json.path("image_processor_type");
    if (!type.isMissingNode() && !TYPES.contains(type.asText())) {
      throw invalid("image_processor_type " + type + " is not one of Qwen2.5-VL's");
    }
  }

  /** Newer files keep the two areas under names that speak of edges. */
  private int pixels(String name, String nameInSize) throws ModelException {
    if (json.hasNonNull(name)) {
      return integer(name, json.get(name));
    }
    return integer(name + " or size." + nameInSize, json.path("size").path(nameInSize));
  }

  private static int integer(String name, JsonNode value) throws ModelException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw invalid(name + (value.isMissingNode() ? " is missing" : " is not an integer"));
    }
    return value.intValue();
  }

  private List<Double> numbers(String name) throws ModelException {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode value : json.path(name)) {
      if (!value.isNumber()) {
        throw invalid(name + " is not a list of numbers");
      }
      numbers.add(value.doubleValue());
    }
    if (numbers.size() != RgbImage.CHANNELS) {
      throw invalid(name + " has " + numbers.size() + " numbers instead of 3");
    }
    return numbers;
  }

  private static ModelException invalid(String problem) {
    return new ModelException(Code.PREPROCESSOR_INVALID, FILE + " " + problem);
  }
}

package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import io.scriptorium.modelruntime.files.StrictJson;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The index of a checkpoint in several files.
 *
 * @param fileOfTensor stored name of a tensor to the name of its file, which is a plain file name
 */
record ShardIndex(Map<String, String> fileOfTensor) {
  static final String FILE = "model.safetensors.index.json";

  private static final StrictJson JSON =
      new StrictJson(Code.CHECKPOINT_MISSING, Code.CHECKPOINT_INVALID, 64 << 20);
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.safetensors");

  ShardIndex {
    fileOfTensor = Collections.unmodifiableMap(new LinkedHashMap<>(fileOfTensor));
  }

  static ShardIndex read(Path folder) throws ModelException {
    JsonNode map = JSON.readObject(folder.resolve(FILE), FILE).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw new ModelException(Code.CHECKPOINT_INVALID, FILE + " has no weight_map");
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      files.put(entry.getKey(), plainName(entry.getKey(), entry.getValue()));
    }
    return new ShardIndex(files);
  }

  /** Every file once, in the order of their names. */
  List<String> files() {
    return fileOfTensor.values().stream().distinct().sorted().toList();
  }

  // A name with a slash or two dots could lead out of the checkpoint's folder.
  private static String plainName(String tensor, JsonNode file) throws ModelException {
    if (!file.isTextual() || !PLAIN.matcher(file.asText()).matches()) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID,
          "%s puts tensor %s into %s, which is no plain name of a safetensors file"
              .formatted(FILE, Labels.shorten(tensor), StrictJson.shorten(file)));
    }
    return file.asText();
  }
}

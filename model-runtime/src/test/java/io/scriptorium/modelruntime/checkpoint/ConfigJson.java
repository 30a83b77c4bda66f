package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Builds config.json files in the layouts that exist, with the published values of each size. */
final class ConfigJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode root;

  /** The sizes that were published. */
  enum Size {
    B3(2048, 36, 16, 2, 11008, 151936, true, 3420),
    B7(3584, 28, 28, 4, 18944, 152064, false, 3420),
    B32(5120, 64, 40, 8, 27648, 152064, false, 3456),
    B72(8192, 80, 64, 8, 29568, 152064, false, 3456);

    final int hidden;
    final int layers;
    final int heads;
    final int keyValueHeads;
    final int intermediate;
    final int vocabulary;
    final boolean tied;
    final int visionIntermediate;

    Size(
        int hidden,
        int layers,
        int heads,
        int keyValueHeads,
        int intermediate,
        int vocabulary,
        boolean tied,
        int visionIntermediate) {
      this.hidden = hidden;
      this.layers = layers;
      this.heads = heads;
      this.keyValueHeads = keyValueHeads;
      this.intermediate = intermediate;
      this.vocabulary = vocabulary;
      this.tied = tied;
      this.visionIntermediate = visionIntermediate;
    }
  }

  private ConfigJson(ObjectNode root) {
    this.root = root;
  }

  /** As first released: text fields at the top level. */
  static ConfigJson released(Size size) {
    ObjectNode root = parse(ROOT);
    root.setAll(parse(TEXT));
    root.set("rope_scaling", parse("{'type': 'mrope', 'mrope_section': [16, 24, 24]}"));
    root.put("rope_theta", 1000000.0);
    ObjectNode vision = root.putObject("vision_config");
    vision.setAll(parse(VISION));
    vision.put("in_chans", 3).put("spatial_patch_size", 14);
    return new ConfigJson(root).sized(root, size);
  }

  /** As saved later: text fields in an object of their own. */
  static ConfigJson nested(Size size) {
    ObjectNode root = parse(ROOT);
    ObjectNode text = root.putObject("text_config");
    text.setAll(parse(TEXT));
    text.put("model_type", "qwen2_5_vl_text");
    text.set(
        "rope_scaling",
        parse("{'type': 'default', 'rope_type': 'default', 'mrope_section': [16, 24, 24]}"));
    text.put("rope_theta", 1000000.0);
    ObjectNode vision = root.putObject("vision_config");
    vision.setAll(parse(VISION));
    vision.put("in_channels", 3);
    return new ConfigJson(root).sized(text, size);
  }

  /** As saved lately: the rotary base moved into rope_parameters. */
  static ConfigJson withRopeParameters(Size size) {
    ConfigJson json = nested(size);
    ObjectNode text = (ObjectNode) json.root.get("text_config");
    text.remove("rope_theta");
    text.set("rope_parameters", text.remove("rope_scaling"));
    return json.with("text_config.rope_parameters.rope_theta", "1000000.0");
  }

  /** Sets a field, given its dotted path, to a JSON value; null removes it. */
  ConfigJson with(String path, @Nullable String value) {
    int dot = path.lastIndexOf('.');
    JsonNode parent = dot < 0 ? root : root.at("/" + path.substring(0, dot).replace('.', '/'));
    String field = path.substring(dot + 1);
    if (value == null) {
      ((ObjectNode) parent).remove(field);
    } else {
      ((ObjectNode) parent).set(field, tree(value));
    }
    return this;
  }

  void write(Path folder) {
    try {
      Files.writeString(folder.resolve("config.json"), root.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigJson sized(ObjectNode text, Size size) {
    text.put("hidden_size", size.hidden)
        .put("num_hidden_layers", size.layers)
        .put("num_attention_heads", size.heads)
        .put("num_key_value_heads", size.keyValueHeads)
        .put("intermediate_size", size.intermediate)
        .put("vocab_size", size.vocabulary)
        .put("tie_word_embeddings", size.tied);
    ((ObjectNode) root.get("vision_config"))
        .put("intermediate_size", size.visionIntermediate)
        .put("out_hidden_size", size.hidden);
    return this;
  }

  private static ObjectNode parse(String json) {
    return (ObjectNode) tree(json);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String ROOT =
      """
      {'model_type': 'qwen2_5_vl', 'architectures': ['Qwen2_5_VLForConditionalGeneration'],
       'bos_token_id': 151643, 'eos_token_id': 151645, 'vision_start_token_id': 151652,
       'vision_end_token_id': 151653, 'image_token_id': 151655, 'video_token_id': 151656}
      """;

  private static final String TEXT =
      """
      {'hidden_act': 'silu', 'rms_norm_eps': 1e-06, 'max_position_embeddings': 128000,
       'use_sliding_window': false, 'sliding_window': 32768, 'attention_dropout': 0.0}
      """;

  private static final String VISION =
      """
      {'depth': 32, 'hidden_act': 'silu', 'hidden_size': 1280, 'num_heads': 16, 'patch_size': 14,
       'spatial_merge_size': 2, 'temporal_patch_size': 2, 'tokens_per_second': 2,
       'window_size': 112, 'fullatt_block_indexes': [7, 15, 23, 31]}
      """;
}

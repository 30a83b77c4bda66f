package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads config.json in its three layouts: text fields at the top level (first release), text fields
 * in {@code text_config}, and rotary fields in {@code rope_parameters}.
 */
final class ConfigReader {
  private static final String FAMILY = "qwen2_5_vl";

  // Used where a file leaves an id out, as the reference does.
  private static final int IMAGE = 151655;
  private static final int VIDEO = 151656;
  private static final int VISION_START = 151652;
  private static final int VISION_END = 151653;

  private ConfigReader() {}

  /** Reads that file and the generation_config.json beside it, if there is one. */
  static ModelConfig read(Path file) throws ModelException {
    ConfigNode config = ConfigNode.read(file);
    Path generationFile = file.resolveSibling("generation_config.json");
    ConfigNode generation =
        Files.exists(generationFile)
            ? ConfigNode.read(generationFile)
            : ConfigNode.empty("generation_config.json");
    ConfigNode text = config.has("text_config") ? config.child("text_config") : config;
    ConfigNode vision = config.child("vision_config");
    config.requireText("model_type", FAMILY);
    refuseOtherModels(config, text, vision);
    try {
      return new ModelConfig(vision(vision), text(config, text), tokens(config, text, generation));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelException.Code.CHECKPOINT_INVALID, file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static void refuseOtherModels(ConfigNode config, ConfigNode text, ConfigNode vision)
      throws ModelException {
    for (ConfigNode node : new ConfigNode[] {config, text, vision}) {
      node.refuse("quantization_config");
    }
    text.allow("model_type", FAMILY, FAMILY + "_text");
    vision.allow("model_type", FAMILY, FAMILY + "_vision");
    text.allow("hidden_act", "silu");
    vision.allow("hidden_act", "silu");
    text.allow("use_sliding_window", "false");
    text.allowEach("layer_types", "full_attention");
    vision.allow("in_channels", "3");
    vision.allow("in_chans", "3");
  }

  private static VisionConfig vision(ConfigNode vision) throws ModelException {
    // Some saves leave out what they share with the reference's defaults. Those of hidden_size and
    // tokens_per_second fit no model, so these two are always there.
    int patchSize = vision.integerOr("patch_size", 14);
    vision.allow("spatial_patch_size", Integer.toString(patchSize));
    return new VisionConfig(
        vision.integerOr("depth", 32),
        vision.integer("hidden_size"),
        vision.integerOr("intermediate_size", 3420),
        vision.integerOr("num_heads", 16),
        3,
        patchSize,
        vision.integerOr("temporal_patch_size", 2),
        vision.integerOr("spatial_merge_size", 2),
        vision.integerOr("window_size", 112),
        vision.has("fullatt_block_indexes")
            ? vision.integers("fullatt_block_indexes")
            : List.of(7, 15, 23, 31),
        vision.integerOr("out_hidden_size", 3584),
        vision.number("tokens_per_second"));
  }

  private static TextConfig text(ConfigNode config, ConfigNode text) throws ModelException {
    int hiddenSize = text.integer("hidden_size");
    int heads = text.integer("num_attention_heads");
    ConfigNode rope = text.child(text.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
    // With several positions a token, both words mean unscaled frequencies.
    rope.allow("type", "mrope", "default");
    rope.allow("rope_type", "mrope", "default");
    rope.allow("mrope_interleaved", "false");
    ConfigNode tie = text.has("tie_word_embeddings") ? text : config;
    return new TextConfig(
        text.integer("vocab_size"),
        hiddenSize,
        text.integer("intermediate_size"),
        text.integer("num_hidden_layers"),
        heads,
        text.integer("num_key_value_heads"),
        text.has("head_dim") ? text.integer("head_dim") : hiddenSize / Math.max(heads, 1),
        text.number("rms_norm_eps"),
        (rope.has("rope_theta") ? rope : text).number("rope_theta"),
        rope.integers("mrope_section"),
        tie.has("tie_word_embeddings") && tie.flag("tie_word_embeddings"),
        text.integer("max_position_embeddings"));
  }

  private static TokenIds tokens(ConfigNode config, ConfigNode text, ConfigNode generation)
      throws ModelException {
    ConfigNode end = firstWith("eos_token_id", generation, config, text);
    List<Integer> endOfText = end.integers("eos_token_id");
    ConfigNode pad = firstWith("pad_token_id", generation, config, text);
    return new TokenIds(
        config.integerOr("image_token_id", IMAGE),
        config.integerOr("video_token_id", VIDEO),
        config.integerOr("vision_start_token_id", VISION_START),
        config.integerOr("vision_end_token_id", VISION_END),
        endOfText,
        pad.has("pad_token_id")
            ? pad.integer("pad_token_id")
            : endOfText.isEmpty() ? 0 : endOfText.get(endOfText.size() - 1));
  }

  private static ConfigNode firstWith(String field, ConfigNode... nodes) {
    for (ConfigNode node : nodes) {
      if (node.has(field)) {
        return node;
      }
    }
    return nodes[0];
  }
}

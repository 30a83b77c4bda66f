package io.scriptorium.modelruntime.checkpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON files that describe a model, in the layout of the first release. */
final class PublishedFiles {
  private final ModelConfig config;

  PublishedFiles(ModelConfig config) {
    this.config = config;
  }

  ObjectNode config(Dtype dtype) {
    ObjectNode root = object();
    root.putArray("architectures").add("Qwen2_5_VLForConditionalGeneration");
    root.put("model_type", "qwen2_5_vl")
        .put("torch_dtype", dtype == Dtype.BF16 ? "bfloat16" : "float32");
    text(root, config.text());
    tokens(root, config.tokens());
    vision(root.putObject("vision_config"), config.vision());
    return root;
  }

  private static void text(ObjectNode node, TextConfig text) {
    node.put("hidden_act", "silu")
        .put("hidden_size", text.hiddenSize())
        .put("intermediate_size", text.intermediateSize())
        .put("max_position_embeddings", text.maxPositions())
        .put("num_attention_heads", text.heads())
        .put("num_hidden_layers", text.layers())
        .put("num_key_value_heads", text.keyValueHeads())
        .put("rms_norm_eps", text.rmsNormEps())
        .put("rope_theta", text.ropeTheta())
        .put("tie_word_embeddings", text.tiedHead())
        .put("use_sliding_window", false)
        .put("vocab_size", text.vocabSize());
    ObjectNode rope = node.putObject("rope_scaling").put("type", "mrope");
    text.mropeSection().forEach(rope.putArray("mrope_section")::add);
  }

  private static void tokens(ObjectNode node, TokenIds tokens) {
    node.put("bos_token_id", tokens.pad())
        .put("eos_token_id", tokens.endOfText().get(0))
        .put("vision_start_token_id", tokens.visionStart())
        .put("vision_end_token_id", tokens.visionEnd())
        .put("image_token_id", tokens.image())
        .put("video_token_id", tokens.video());
  }

  private static void vision(ObjectNode node, VisionConfig vision) {
    node.put("model_type", "qwen2_5_vl")
        .put("depth", vision.depth())
        .put("hidden_act", "silu")
        .put("hidden_size", vision.hiddenSize())
        .put("intermediate_size", vision.intermediateSize())
        .put("num_heads", vision.heads())
        .put("in_chans", vision.inChannels())
        .put("out_hidden_size", vision.outHiddenSize())
        .put("patch_size", vision.patchSize())
        .put("spatial_patch_size", vision.patchSize())
        .put("spatial_merge_size", vision.spatialMergeSize())
        .put("temporal_patch_size", vision.temporalPatchSize())
        .put("tokens_per_second", vision.tokensPerSecond())
        .put("window_size", vision.windowSize());
    vision.fullAttentionBlocks().forEach(node.putArray("fullatt_block_indexes")::add);
  }

  ObjectNode generationConfig() {
    ObjectNode root = object();
    root.put("bos_token_id", config.tokens().pad()).put("pad_token_id", config.tokens().pad());
    config.tokens().endOfText().forEach(root.putArray("eos_token_id")::add);
    return root.put("do_sample", true).put("temperature", 1e-6).put("repetition_penalty", 1.05);
  }

  ObjectNode preprocessorConfig() {
    VisionConfig vision = config.vision();
    int token = vision.patchSize() * vision.spatialMergeSize();
    ObjectNode root = object();
    root.put("image_processor_type", "Qwen2VLImageProcessor")
        .put("processor_class", "Qwen2_5_VLProcessor")
        .put("min_pixels", 4L * token * token)
        .put("max_pixels", 16384L * token * token)
        .put("patch_size", vision.patchSize())
        .put("temporal_patch_size", vision.temporalPatchSize())
        .put("merge_size", vision.spatialMergeSize());
    root.putArray("image_mean").add(0.48145466).add(0.4578275).add(0.40821073);
    root.putArray("image_std").add(0.26862954).add(0.26130258).add(0.27577711);
    return root;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

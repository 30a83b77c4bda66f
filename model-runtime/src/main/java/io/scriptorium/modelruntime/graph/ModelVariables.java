package io.scriptorium.modelruntime.graph;

import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.checkpoint.TextConfig;
import io.scriptorium.modelruntime.checkpoint.VisionConfig;
import io.scriptorium.modelruntime.graph.VariableSpec.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All variables of a model, grouped so that a group is what a converter needs in memory at once.
 *
 * <p>Matrices lie as TensorFlow's CPU kernels multiply them fastest: float32 as {@code [in, out]},
 * bfloat16 as {@code [out, in]}. Products that share their input (query, key and value; gate and
 * up) are one matrix. Norms and biases are always float32: they are small and their rounding is
 * not.
 */
public final class ModelVariables {
  private static final String VISION = "model.visual.";
  private static final String TEXT = "model.language_model.";

  private final Storage matrices;

  private ModelVariables(Storage matrices) {
    this.matrices = matrices;
  }

  /** Variables in groups: patch embedding, each block, merger, tables, each layer. */
  public static List<List<VariableSpec>> groups(ModelConfig config, Storage matrices) {
    ModelVariables variables = new ModelVariables(matrices);
    List<List<VariableSpec>> groups = new ArrayList<>();
    VisionConfig vision = config.vision();
    TextConfig text = config.text();
    groups.add(List.of(variables.patchEmbedding(vision)));
    for (int block = 0; block < vision.depth(); block++) {
      groups.add(variables.visionBlock(vision, block));
    }
    groups.add(variables.merger(vision));
    groups.add(List.of(variables.table("text/embedding", TEXT + "embed_tokens", text)));
    if (!text.tiedHead()) {
      groups.add(List.of(variables.table("text/head", "lm_head", text)));
    }
    for (int layer = 0; layer < text.layers(); layer++) {
      groups.add(variables.textLayer(text, layer));
    }
    groups.add(List.of(vector("text/norm/weight", TEXT + "norm.weight", text.hiddenSize())));
    return groups;
  }

  static String visionBlock(int block) {
    return String.format(Locale.ROOT, "vision/block_%02d", block);
  }

  static String textLayer(int layer) {
    return String.format(Locale.ROOT, "text/layer_%02d", layer);
  }

  private VariableSpec patchEmbedding(VisionConfig c) {
    return matrix(
        "vision/patch_embedding",
        c.patchValues(),
        c.hiddenSize(),
        VISION + "patch_embed.proj.weight");
  }

  private List<VariableSpec> visionBlock(VisionConfig c, int block) {
    String to = visionBlock(block);
    String from = VISION + "blocks." + block;
    long d = c.hiddenSize();
    long inner = c.intermediateSize();
    return List.of(
        vector(to + "/norm1/weight", from + ".norm1.weight", d),
        vector(to + "/norm2/weight", from + ".norm2.weight", d),
        matrix(to + "/attention/qkv", d, 3 * d, from + ".attn.qkv.weight"),
        vector(to + "/attention/qkv/bias", from + ".attn.qkv.bias", 3 * d),
        matrix(to + "/attention/output", d, d, from + ".attn.proj.weight"),
        vector(to + "/attention/output/bias", from + ".attn.proj.bias", d),
        matrix(
            to + "/mlp/gate_up",
            d,
            2 * inner,
            from + ".mlp.gate_proj.weight",
            from + ".mlp.up_proj.weight"),
        vectors(
            to + "/mlp/gate_up/bias",
            2 * inner,
            from + ".mlp.gate_proj.bias",
            from + ".mlp.up_proj.bias"),
        matrix(to + "/mlp/down", inner, d, from + ".mlp.down_proj.weight"),
        vector(to + "/mlp/down/bias", from + ".mlp.down_proj.bias", d));
  }

  private List<VariableSpec> merger(VisionConfig c) {
    long merged = (long) c.hiddenSize() * c.mergeUnit();
    return List.of(
        vector("vision/merger/norm/weight", VISION + "merger.ln_q.weight", c.hiddenSize()),
        matrix("vision/merger/inner", merged, merged, VISION + "merger.mlp.0.weight"),
        vector("vision/merger/inner/bias", VISION + "merger.mlp.0.bias", merged),
        matrix("vision/merger/outer", merged, c.outHiddenSize(), VISION + "merger.mlp.2.weight"),
        vector("vision/merger/outer/bias", VISION + "merger.mlp.2.bias", c.outHiddenSize()));
  }

  private List<VariableSpec> textLayer(TextConfig c, int layer) {
    String to = textLayer(layer);
    String from = TEXT + "layers." + layer;
    long d = c.hiddenSize();
    long inner = c.intermediateSize();
    long query = (long) c.heads() * c.headDim();
    long qkv = query + 2L * c.keyValueSize();
    String attention = from + ".self_attn.";
    return List.of(
        vector(to + "/norm1/weight", from + ".input_layernorm.weight", d),
        vector(to + "/norm2/weight", from + ".post_attention_layernorm.weight", d),
        matrix(
            to + "/attention/qkv",
            d,
            qkv,
            attention + "q_proj.weight",
            attention + "k_proj.weight",
            attention + "v_proj.weight"),
        vectors(
            to + "/attention/qkv/bias",
            qkv,
            attention + "q_proj.bias",
            attention + "k_proj.bias",
            attention + "v_proj.bias"),
        matrix(to + "/attention/output", query, d, attention + "o_proj.weight"),
        matrix(
            to + "/mlp/gate_up",
            d,
            2 * inner,
            from + ".mlp.gate_proj.weight",
            from + ".mlp.up_proj.weight"),
        matrix(to + "/mlp/down", inner, d, from + ".mlp.down_proj.weight"));
  }

  private VariableSpec table(String name, String source, TextConfig c) {
    return new VariableSpec(
        name + "/weight",
        matrices,
        List.of((long) c.vocabSize(), (long) c.hiddenSize()),
        Layout.AS_IS,
        List.of(source + ".weight"));
  }

  private VariableSpec matrix(String name, long in, long out, String... sources) {
    return matrices == Storage.FLOAT32
        ? new VariableSpec(
            name + "/weight", matrices, List.of(in, out), Layout.TRANSPOSED, List.of(sources))
        : new VariableSpec(
            name + "/weight", matrices, List.of(out, in), Layout.AS_IS, List.of(sources));
  }

  private static VariableSpec vector(String name, String source, long length) {
    return vectors(name, length, source);
  }

  private static VariableSpec vectors(String name, long length, String... sources) {
    return new VariableSpec(name, Storage.FLOAT32, List.of(length), Layout.AS_IS, List.of(sources));
  }
}

package io.scriptorium.modelruntime.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Every tensor that a model of a given configuration has: the vision tower, then the text decoder,
 * each in the order of its layers, then the head unless it is tied to the embedding.
 *
 * @param tensors without repetition
 */
public record TensorCatalogue(List<TensorSpec> tensors) {
  public TensorCatalogue {
    tensors = List.copyOf(tensors);
  }

  public static TensorCatalogue of(ModelConfig config) {
    Lister lister = new Lister();
    lister.vision(config.vision());
    lister.text(config.text());
    return new TensorCatalogue(lister.tensors);
  }

  /** How many numbers the whole model has. */
  public long parameters() {
    return tensors.stream().mapToLong(TensorSpec::elements).reduce(0, Math::addExact);
  }

  private static final class Lister {
    private final List<TensorSpec> tensors = new ArrayList<>();

    private void vision(VisionConfig vision) {
      long hidden = vision.hiddenSize();
      long inner = vision.intermediateSize();
      String prefix = TensorNames.VISION;
      add(
          prefix + "patch_embed.proj.weight",
          hidden,
          vision.inChannels(),
          vision.temporalPatchSize(),
          vision.patchSize(),
          vision.patchSize());
      for (int i = 0; i < vision.depth(); i++) {
        String block = prefix + "blocks." + i + ".";
        add(block + "norm1.weight", hidden);
        add(block + "norm2.weight", hidden);
        linear(block + "attn.qkv", 3 * hidden, hidden);
        linear(block + "attn.proj", hidden, hidden);
        linear(block + "mlp.gate_proj", inner, hidden);
        linear(block + "mlp.up_proj", inner, hidden);
        linear(block + "mlp.down_proj", hidden, inner);
      }
      long merged = hidden * vision.mergeUnit();
      add(prefix + "merger.ln_q.weight", hidden);
      linear(prefix + "merger.mlp.0", merged, merged);
      linear(prefix + "merger.mlp.2", vision.outHiddenSize(), merged);
    }

    private void text(TextConfig text) {
      long hidden = text.hiddenSize();
      long inner = text.intermediateSize();
      String prefix = TensorNames.TEXT;
      add(prefix + "embed_tokens.weight", text.vocabSize(), hidden);
      for (int i = 0; i < text.layers(); i++) {
        String layer = prefix + "layers." + i + ".";
        add(layer + "input_layernorm.weight", hidden);
        linear(layer + "self_attn.q_proj", hidden, hidden);
        linear(layer + "self_attn.k_proj", text.keyValueSize(), hidden);
        linear(layer + "self_attn.v_proj", text.keyValueSize(), hidden);
        add(layer + "self_attn.o_proj.weight", hidden, hidden);
        add(layer + "post_attention_layernorm.weight", hidden);
        add(layer + "mlp.gate_proj.weight", inner, hidden);
        add(layer + "mlp.up_proj.weight", inner, hidden);
        add(layer + "mlp.down_proj.weight", hidden, inner);
      }
      add(prefix + "norm.weight", hidden);
      if (!text.tiedHead()) {
        add(TensorNames.HEAD, text.vocabSize(), hidden);
      }
    }

    private void linear(String name, long out, long in) {
      add(name + ".weight", out, in);
      add(name + ".bias", out);
    }

    private void add(String name, long... shape) {
      tensors.add(TensorSpec.of(name, shape));
    }
  }
}

package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_LAYERS;
import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_VOCABULARY;
import static io.scriptorium.modelruntime.checkpoint.Checks.MAX_WIDTH;
import static io.scriptorium.modelruntime.checkpoint.Checks.inRange;
import static io.scriptorium.modelruntime.checkpoint.Checks.multiple;
import static io.scriptorium.modelruntime.checkpoint.Checks.positive;

import java.util.List;

/**
 * Dimensions of the text decoder.
 *
 * @param vocabSize rows of the embedding, which may be more than the tokenizer has tokens
 * @param hiddenSize width of a token vector
 * @param intermediateSize width inside the MLP of a layer
 * @param layers number of layers
 * @param heads query heads
 * @param keyValueHeads key and value heads, each shared by {@code heads / keyValueHeads} queries
 * @param headDim width of a head
 * @param rmsNormEps added to the mean square before the root
 * @param ropeTheta base of the rotary frequencies
 * @param mropeSection frequencies that turn with time, row and column; together half a head
 * @param tiedHead whether the output head is the embedding
 * @param maxPositions positions the model was made for
 */
public record TextConfig(
    int vocabSize,
    int hiddenSize,
    int intermediateSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headDim,
    double rmsNormEps,
    double ropeTheta,
    List<Integer> mropeSection,
    boolean tiedHead,
    int maxPositions) {
  public TextConfig {
    inRange("vocab_size", vocabSize, 1, MAX_VOCABULARY);
    inRange("hidden_size", hiddenSize, 1, MAX_WIDTH);
    inRange("intermediate_size", intermediateSize, 1, MAX_WIDTH);
    inRange("num_hidden_layers", layers, 1, MAX_LAYERS);
    inRange("num_attention_heads", heads, 1, hiddenSize);
    inRange("num_key_value_heads", keyValueHeads, 1, heads);
    inRange("max_position_embeddings", maxPositions, 1, 1 << 24);
    positive("rms_norm_eps", rmsNormEps);
    positive("rope_theta", ropeTheta);
    multiple("hidden_size", hiddenSize, "num_attention_heads", heads);
    multiple("num_attention_heads", heads, "num_key_value_heads", keyValueHeads);
    if (headDim != hiddenSize / heads) {
      throw new IllegalArgumentException(
          "head_dim (%d) times num_attention_heads (%d) is not hidden_size (%d)"
              .formatted(headDim, heads, hiddenSize));
    }
    multiple("head_dim", headDim, "a rotary pair", 2);
    mropeSection = List.copyOf(mropeSection);
    if (mropeSection.size() != 3) {
      throw new IllegalArgumentException("mrope_section " + mropeSection + " has not 3 entries");
    }
    for (int section : mropeSection) {
      inRange("mrope_section entry", section, 0, MAX_WIDTH);
    }
    int frequencies = mropeSection.stream().mapToInt(Integer::intValue).sum();
    if (frequencies != headDim / 2) {
      throw new IllegalArgumentException(
          "mrope_section %s adds up to %d, not to half of head_dim (%d)"
              .formatted(mropeSection, frequencies, headDim));
    }
  }

  /** Width of all keys, or of all values, of one token. */
  public int keyValueSize() {
    return keyValueHeads * headDim;
  }
}

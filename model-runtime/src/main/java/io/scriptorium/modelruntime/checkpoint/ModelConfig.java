package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Path;

/**
 * What a checkpoint's config.json and generation_config.json say about the model. Nothing is
 * assumed about a size: 3B, 7B, 32B and 72B differ in these numbers only.
 */
public record ModelConfig(VisionConfig vision, TextConfig text, TokenIds tokens) {
  public ModelConfig {
    if (vision.outHiddenSize() != text.hiddenSize()) {
      throw new IllegalArgumentException(
          "vision out_hidden_size (%d) is not hidden_size (%d)"
              .formatted(vision.outHiddenSize(), text.hiddenSize()));
    }
    tokens.requireBelow(text.vocabSize());
  }

  /**
   * Reads the configuration of a checkpoint, in the layout of the first release or in one of the
   * later ones.
   *
   * @param folder holds config.json and, unless config.json names the end token, also
   *     generation_config.json
   * @throws ModelException {@code CHECKPOINT_MISSING} without the file, {@code CHECKPOINT_INVALID}
   *     if it contradicts itself, {@code CONFIG_UNSUPPORTED} if the model is of another kind
   */
  public static ModelConfig read(Path folder) throws ModelException {
    return ConfigReader.read(folder.resolve("config.json"));
  }
}

package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Shapes that a random checkpoint can have: the published sizes, a tiny one for tests, or that of a
 * config.json.
 */
public final class ModelShapes {
  private static final TokenIds PUBLISHED_TOKENS =
      new TokenIds(151655, 151656, 151652, 151653, List.of(151645, 151643), 151643);

  private ModelShapes() {}

  /** Names that {@link #resolve} knows. */
  public static List<String> names() {
    return List.of("tiny", "3b", "7b", "32b", "72b");
  }

  /**
   * The shape of that name, or of that file.
   *
   * @param nameOrFile a name of any case, a config.json, or a folder that holds one
   * @throws ModelException {@code CHECKPOINT_MISSING} if it is none of these
   */
  public static ModelConfig resolve(String nameOrFile) throws ModelException {
    return switch (nameOrFile.toLowerCase(Locale.ROOT)) {
      case "tiny" -> tiny();
      case "3b" -> published(new TextSize(151936, 2048, 11008, 36, 16, 2, true), 3420);
      case "7b" -> published(new TextSize(152064, 3584, 18944, 28, 28, 4, false), 3420);
      case "32b" -> published(new TextSize(152064, 5120, 27648, 64, 40, 8, false), 3456);
      case "72b" -> published(new TextSize(152064, 8192, 29568, 80, 64, 8, false), 3456);
      default -> ofFile(nameOrFile);
    };
  }

  /** Small enough for a test, yet with windows, whole-frame blocks and shared key-value heads. */
  public static ModelConfig tiny() {
    return new ModelConfig(
        new VisionConfig(4, 64, 88, 4, 3, 14, 2, 2, 112, List.of(1, 3), 64, 2),
        new TextConfig(512, 64, 112, 3, 4, 2, 16, 1e-6, 1e6, List.of(2, 3, 3), false, 4096),
        new TokenIds(501, 502, 499, 500, List.of(498, 496), 496));
  }

  private record TextSize(
      int vocabSize,
      int hiddenSize,
      int intermediateSize,
      int layers,
      int heads,
      int keyValueHeads,
      boolean tiedHead) {}

  private static ModelConfig published(TextSize text, int visionIntermediateSize) {
    return new ModelConfig(
        new VisionConfig(
            32,
            1280,
            visionIntermediateSize,
            16,
            3,
            14,
            2,
            2,
            112,
            List.of(7, 15, 23, 31),
            text.hiddenSize(),
            2),
        new TextConfig(
            text.vocabSize(),
            text.hiddenSize(),
            text.intermediateSize(),
            text.layers(),
            text.heads(),
            text.keyValueHeads(),
            text.hiddenSize() / text.heads(),
            1e-6,
            1e6,
            List.of(16, 24, 24),
            text.tiedHead(),
            128_000),
        PUBLISHED_TOKENS);
  }

  private static ModelConfig ofFile(String name) throws ModelException {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw unknown(name);
    }
    if (Files.isDirectory(file)) {
      return ModelConfig.read(file);
    }
    if (!Files.isRegularFile(file)) {
      throw unknown(name);
    }
    return ConfigReader.read(file);
  }

  private static ModelException unknown(String name) {
    return new ModelException(
        Code.CHECKPOINT_MISSING,
        "%s is neither a shape (%s) nor a config.json"
            .formatted(Labels.shorten(name), String.join(", ", names())));
  }
}

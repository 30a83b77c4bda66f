package io.scriptorium.modelruntime.verify;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.VectorCheck;
import io.scriptorium.modelruntime.preprocess.ImageProcessor;
import io.scriptorium.modelruntime.preprocess.PreprocessVerification;
import io.scriptorium.modelruntime.preprocess.PreprocessorConfig;
import io.scriptorium.modelruntime.preprocess.RgbImage;
import io.scriptorium.modelruntime.tokenizer.TokenizerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Compares a folder of reference answers, whatever it holds: a model ({@code checkpoint/}, {@code
 * cases.json}), preprocessed images ({@code expected.safetensors}) or a tokenizer ({@code
 * tokenizer.json}, {@code vectors.json}).
 */
public final class GoldenVerification {
  /** What the published checkpoints say; a folder may bring its own preprocessor_config.json. */
  private static final PreprocessorConfig PUBLISHED =
      new PreprocessorConfig(
          4 * 28 * 28,
          16384 * 28 * 28,
          14,
          2,
          2,
          List.of(0.48145466, 0.4578275, 0.40821073),
          List.of(0.26862954, 0.26130258, 0.27577711));

  private final Function<Path, RgbImage> images;
  private final Path scratch;
  private final Consumer<VerificationCase> listener;

  /**
   * @param images reads a PNG file
   * @param scratch an existing folder for what is made on the way
   * @param listener told of each case as it is done
   */
  public GoldenVerification(
      Function<Path, RgbImage> images, Path scratch, Consumer<VerificationCase> listener) {
    this.images = images;
    this.scratch = scratch;
    this.listener = listener;
  }

  /**
   * Compares all that a folder holds.
   *
   * @throws ModelException {@code REFERENCE_INVALID} if it holds nothing that can be compared or is
   *     not whole
   */
  public void run(Path folder) throws ModelException {
    boolean known = false;
    if (Files.isRegularFile(folder.resolve("cases.json"))) {
      ModelVerification.run(folder, scratch, listener);
      known = true;
    }
    if (Files.isRegularFile(folder.resolve("expected.safetensors"))) {
      report("preprocessing", preprocessing(folder));
      known = true;
    }
    if (Files.isRegularFile(folder.resolve("vectors.json"))) {
      report("tokenizer", TokenizerVerification.run(folder));
      known = true;
    }
    if (!known) {
      throw new ModelException(
          Code.REFERENCE_INVALID,
          folder + " has no cases.json, expected.safetensors or vectors.json to compare with");
    }
  }

  private VectorCheck preprocessing(Path folder) throws ModelException {
    ImageProcessor processor =
        Files.isRegularFile(folder.resolve("preprocessor_config.json"))
            ? ImageProcessor.read(folder)
            : new ImageProcessor(PUBLISHED);
    try (ReferenceTensors expected =
        ReferenceTensors.open(folder.resolve("expected.safetensors"))) {
      return new PreprocessVerification(processor, images, expected).run(folder);
    } catch (IOException e) {
      throw new ModelException(Code.REFERENCE_INVALID, "cannot read " + folder + ": " + e, e);
    }
  }

  private void report(String name, VectorCheck check) {
    check.failures().forEach(line -> listener.accept(new VerificationCase(name, line, false)));
    listener.accept(
        new VerificationCase(
            name,
            "%d of %d equal".formatted(check.total() - check.failures().size(), check.total()),
            check.passed()));
  }
}

package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import java.nio.file.Path;

/**
 * A checkpoint of random weights in the published layout, for tests and measurements. The same
 * shape, seed and format give the same files, on any machine.
 *
 * @param config its shape
 * @param seed of every random number
 * @param dtype {@link Dtype#BF16}, as published, or {@link Dtype#F32}
 */
public record RandomCheckpoint(ModelConfig config, long seed, Dtype dtype) {
  /**
   * Told how much is written so far, now on one thread and now on another, never on two at once.
   */
  @FunctionalInterface
  public interface Progress {
    Progress SILENT = (writtenBytes, totalBytes) -> {};

    void written(long writtenBytes, long totalBytes);
  }

  public RandomCheckpoint {
    if (dtype != Dtype.BF16 && dtype != Dtype.F32) {
      throw new IllegalArgumentException("random weights are F32 or BF16, not " + dtype);
    }
  }

  /**
   * Writes the checkpoint with all processors. The folder appears when everything is in it.
   *
   * @param folder must not exist; its parent must
   * @throws ModelException {@code OUTPUT_NOT_WRITTEN} if it exists already or the disk does not
   *     take it, {@code TOKENIZER_INVALID} if the configuration's token ids are those of bytes
   */
  public void write(Path folder, Progress progress) throws ModelException {
    write(folder, progress, ShardPlan.Limits.PUBLISHED, Runtime.getRuntime().availableProcessors());
  }

  void write(Path folder, Progress progress, ShardPlan.Limits limits, int threads)
      throws ModelException {
    ShardPlan plan = ShardPlan.of(TensorCatalogue.of(config), dtype, limits);
    new RandomCheckpointWriter(this, plan, threads).write(folder, progress);
  }
}

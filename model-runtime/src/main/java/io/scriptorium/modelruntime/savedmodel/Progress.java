package io.scriptorium.modelruntime.savedmodel;

/** Told how far a long piece of work has come, on the thread that does it. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (done, total) -> {};

  /** {@code done} of {@code total} bytes. */
  void bytes(long done, long total);
}

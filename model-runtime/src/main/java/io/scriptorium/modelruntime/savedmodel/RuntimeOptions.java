package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.graph.Arithmetic;
import java.util.Optional;

/**
 * How a model runs.
 *
 * @param threads CPU threads for one operation; 0 takes every core
 * @param arithmetic of the linear layers; empty chooses what is fastest on the device for weights
 *     stored as bfloat16, and float32 for all others
 */
public record RuntimeOptions(int threads, Optional<Arithmetic> arithmetic) {
  public static final RuntimeOptions DEFAULTS = new RuntimeOptions(0, Optional.empty());

  public RuntimeOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads (" + threads + ") is negative");
    }
  }

  public RuntimeOptions withArithmetic(Arithmetic chosen) {
    return new RuntimeOptions(threads, Optional.of(chosen));
  }
}

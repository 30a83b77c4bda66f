package io.scriptorium.modelruntime.checkpoint;

import java.util.Arrays;
import java.util.List;

/**
 * Name and shape that a model gives to one of its tensors.
 *
 * @param name in the canonical style, such as {@code model.language_model.norm.weight}
 * @param shape outermost dimension first; weights of a linear layer are {@code [out, in]}
 */
public record TensorSpec(String name, List<Long> shape) {
  public TensorSpec {
    shape = List.copyOf(shape);
    if (shape.stream().anyMatch(dimension -> dimension < 1)) {
      throw new IllegalArgumentException("tensor " + name + " has an empty shape " + shape);
    }
  }

  static TensorSpec of(String name, long... shape) {
    return new TensorSpec(name, Arrays.stream(shape).boxed().toList());
  }

  /** How many numbers the tensor holds. */
  public long elements() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }
}

package io.scriptorium.modelruntime.graph;

import java.util.List;

/**
 * A variable of the graph and how it comes out of a checkpoint.
 *
 * @param name in the SavedModel, for example {@code text/layer_03/attention/qkv/weight}
 * @param storage type of its elements
 * @param shape its extents
 * @param layout how the sources become the variable
 * @param sources checkpoint tensors by their canonical names
 */
public record VariableSpec(
    String name, Storage storage, List<Long> shape, Layout layout, List<String> sources) {

  /** How checkpoint tensors become a variable. */
  public enum Layout {
    /** Matrices {@code [out, in]} put side by side and transposed to {@code [in, all outs]}. */
    TRANSPOSED,
    /** Vectors joined end to end, or matrices {@code [out, in]} below each other. */
    AS_IS
  }

  public VariableSpec {
    shape = List.copyOf(shape);
    sources = List.copyOf(sources);
  }

  /** Bytes that the variable takes in memory and on disk. */
  public long bytes() {
    long elements = shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    return elements * (storage == Storage.BFLOAT16 ? 2 : 4);
  }
}

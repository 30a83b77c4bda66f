package io.scriptorium.modelruntime.checkpoint;

import java.util.List;

/**
 * What a safetensors header says about one tensor.
 *
 * @param begin first byte, counted from the end of the header
 * @param end byte after the last
 */
record StoredTensor(String name, Dtype dtype, List<Long> shape, long begin, long end) {
  StoredTensor {
    shape = List.copyOf(shape);
  }

  long size() {
    return end - begin;
  }

  /**
   * Bytes that dtype and shape ask for.
   *
   * @throws ArithmeticException if they are more than a long can say
   */
  long expectedSize() {
    // A zero makes the tensor empty, however large the other dimensions are.
    if (shape.contains(0L)) {
      return 0;
    }
    return shape.stream().mapToLong(Long::longValue).reduce(dtype.bytes(), Math::multiplyExact);
  }
}

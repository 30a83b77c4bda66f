package io.scriptorium.modelruntime.savedmodel;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Java arrays to native tensors and back. Whoever makes a tensor closes it. */
public final class Tensors {
  private Tensors() {}

  /** Numbers in row-major order. */
  public static TInt32 ints(int[] values, long... shape) {
    requireFilled(values.length, shape);
    TInt32 tensor = Tensor.of(TInt32.class, Shape.of(shape));
    if (values.length > 0) {
      tensor.asRawTensor().data().asInts().write(values);
    }
    return tensor;
  }

  /** Numbers in row-major order. */
  public static TFloat32 floats(float[] values, long... shape) {
    return joined(List.of(values), shape);
  }

  /** Several arrays one behind the other. */
  public static TFloat32 joined(List<float[]> parts, long... shape) {
    requireFilled(parts.stream().mapToLong(part -> part.length).sum(), shape);
    TFloat32 tensor = Tensor.of(TFloat32.class, Shape.of(shape));
    long offset = 0;
    for (float[] part : parts) {
      if (part.length > 0) {
        tensor.asRawTensor().data().asFloats().offset(offset).write(part);
        offset += part.length;
      }
    }
    return tensor;
  }

  // A tensor is made of memory as it is found; what is not written holds anything.
  private static void requireFilled(long numbers, long... shape) {
    if (numbers != Shape.of(shape).size()) {
      throw new IllegalArgumentException(
          numbers + " numbers for a tensor of " + Arrays.toString(shape));
    }
  }

  /** All numbers of a tensor. */
  public static float[] toArray(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    if (values.length > 0) {
      tensor.asRawTensor().data().asFloats().read(values);
    }
    return values;
  }

  /** Row {@code row} of a matrix. */
  public static float[] row(TFloat32 matrix, int row) {
    float[] values = new float[Math.toIntExact(matrix.shape().get(1))];
    matrix.asRawTensor().data().asFloats().offset((long) row * values.length).read(values);
    return values;
  }
}

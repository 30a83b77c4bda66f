package io.scriptorium.modelruntime.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/** Matrix products over leading batch axes. */
final class Products {
  private Products() {}

  /**
   * {@code a[…, m, k] · b[…, k, n]}, or with {@code b[…, n, k]} transposed. The second version of
   * the operation broadcasts batch axes and is the one that TensorFlow has fast kernels for.
   */
  static <T extends TNumber> Operand<T> batched(
      Ops tf, Operand<T> a, Operand<T> b, boolean transposeB) {
    return tf.scope()
        .opBuilder("BatchMatMulV2", tf.scope().makeOpName("BatchMatMulV2"))
        .addInput(a.asOutput())
        .addInput(b.asOutput())
        .setAttr("adj_x", false)
        .setAttr("adj_y", transposeB)
        .build()
        .output(0);
  }

  /**
   * The values of attention as its products want them. Scores are always float32: rounding them
   * shows in what a model reads. Their softmax and the values may be bfloat16, as in the fused
   * kernels that published figures come from (Dao et al., 2022).
   */
  static Operand<? extends TNumber> valuesOf(
      Ops tf, Operand<TFloat32> values, Arithmetic arithmetic) {
    return arithmetic == Arithmetic.BFLOAT16 ? tf.dtypes.cast(values, TBfloat16.class) : values;
  }

  /** {@code weights[…, m, k] · values[…, k, n]}, in the type of the values. */
  static Operand<TFloat32> mixed(
      Ops tf, Operand<TFloat32> weights, Operand<? extends TNumber> values) {
    if (values.asOutput().dataType() == DataType.DT_FLOAT) {
      return batched(tf, weights, as(values), false);
    }
    Operand<TBfloat16> product =
        batched(tf, tf.dtypes.cast(weights, TBfloat16.class), as(values), false);
    return tf.dtypes.cast(product, TFloat32.class);
  }

  @SuppressWarnings("unchecked")
  private static <T extends TNumber> Operand<T> as(Operand<? extends TNumber> operand) {
    return (Operand<T>) operand;
  }
}

package io.scriptorium.modelruntime.graph;

import io.scriptorium.modelruntime.graph.Variables.Variable;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * The layers that the vision tower and the decoder are made of. Activations are float32 throughout;
 * {@link Arithmetic} says how the linear layers multiply.
 */
final class Net {
  final Ops tf;
  private final Variables variables;
  final Arithmetic arithmetic;
  private final Rows rows;

  /**
   * Layers over variables.
   *
   * @param rows how many rows their inputs have as a rule
   */
  Net(Ops tf, Variables variables, Arithmetic arithmetic, Rows rows) {
    this.tf = tf;
    this.variables = variables;
    this.arithmetic = arithmetic;
    this.rows = rows;
  }

  /** How many rows the inputs of linear layers have: patches and prompts many, a step few. */
  enum Rows {
    MANY,
    FEW
  }

  /** {@code x[m, in] · weight + bias[out]}. */
  Operand<TFloat32> linear(Operand<TFloat32> x, String name) {
    return tf.nn.biasAdd(linearWithoutBias(x, name), read(name + "/bias", x));
  }

  /** {@code x[m, in] · weight}, whichever way the weight lies. */
  Operand<TFloat32> linearWithoutBias(Operand<TFloat32> x, String name) {
    return multiply(x, name, rows);
  }

  /**
   * {@code x[m, in] · weight[in, out]}, summed up in float64 where the arithmetic is float32. For
   * long sums of large numbers at the start of a network, whose rounding everything behind it
   * carries along.
   */
  Operand<TFloat32> linearSummedExactly(Operand<TFloat32> x, String name) {
    if (arithmetic != Arithmetic.FLOAT32) {
      return linearWithoutBias(x, name);
    }
    Variable variable = variables.get(name + "/weight");
    boolean outIn = variable.spec().layout() == VariableSpec.Layout.AS_IS;
    Ops late = tf.withControlDependencies(x);
    Operand<TFloat64> weight =
        late.dtypes.cast(tf.readVariableOp(variable.handle(), variable.type()), TFloat64.class);
    Operand<TFloat64> wide = tf.dtypes.cast(x, TFloat64.class);
    return toFloat32(tf.linalg.matMul(wide, weight, MatMul.transposeB(outIn)));
  }

  /** {@code x[m, in] · table[vocabulary, in]ᵀ}, for few rows. */
  Operand<TFloat32> logits(Operand<TFloat32> x, String name) {
    return multiply(x, name, Rows.FEW);
  }

  private Operand<TFloat32> multiply(Operand<TFloat32> x, String name, Rows rowsOfX) {
    Variable variable = variables.get(name + "/weight");
    boolean outIn = variable.spec().layout() == VariableSpec.Layout.AS_IS;
    if (arithmetic == Arithmetic.BFLOAT16 && variable.type() == TBfloat16.class) {
      Operand<TBfloat16> weight = tf.readVariableOp(variable.handle(), TBfloat16.class);
      return toFloat32(
          tf.linalg.matMul(tf.dtypes.cast(x, TBfloat16.class), weight, MatMul.transposeB(outIn)));
    }
    if (outIn && rowsOfX == Rows.MANY) {
      // Some CPUs multiply float32 by a transposed matrix at half the speed; with many rows it pays
      // to transpose it first, while it is still half the size.
      return tf.linalg.matMul(x, transposedAndWidened(variable, x));
    }
    return tf.linalg.matMul(x, read(variable.spec().name(), x), MatMul.transposeB(outIn));
  }

  private Operand<TFloat32> transposedAndWidened(Variable variable, Operand<?> after) {
    Ops late = tf.withControlDependencies(after);
    Operand<? extends TNumber> stored = tf.readVariableOp(variable.handle(), variable.type());
    return toFloat32(late.linalg.transpose(stored, tf.constant(new int[] {1, 0})));
  }

  /**
   * A variable as float32. The read waits for {@code after}: without that the widened copies of all
   * layers' weights would be made at the start and lie in memory side by side.
   */
  private Operand<TFloat32> read(String name, Operand<?> after) {
    Variable variable = variables.get(name);
    Ops late = tf.withControlDependencies(after);
    if (variable.type() == TFloat32.class) {
      return tf.readVariableOp(variable.handle(), TFloat32.class);
    }
    return late.dtypes.cast(tf.readVariableOp(variable.handle(), variable.type()), TFloat32.class);
  }

  /**
   * Rows of an embedding table: {@code table[vocabulary, d]} at {@code ids[n]} gives {@code [n,
   * d]}.
   */
  Operand<TFloat32> embed(Operand<TInt32> ids, String name) {
    Variable variable = variables.get(name + "/weight");
    return toFloat32(gatherRows(tf.readVariableOp(variable.handle(), variable.type()), ids));
  }

  /** Root mean square normalisation over the last axis (Zhang and Sennrich, 2019). */
  Operand<TFloat32> rmsNorm(Operand<TFloat32> x, String name, float epsilon) {
    Operand<TFloat32> meanSquare =
        tf.math.mean(tf.math.square(x), tf.constant(-1), Mean.keepDims(true));
    Operand<TFloat32> scale = tf.math.rsqrt(tf.math.add(meanSquare, tf.constant(epsilon)));
    return tf.math.mul(tf.math.mul(x, scale), read(name + "/weight", x));
  }

  /** {@code gate · sigmoid(gate) · up} of a product that holds gate and up side by side. */
  Operand<TFloat32> swiGlu(Operand<TFloat32> gateAndUp) {
    List<Output<TFloat32>> halves = tf.split(tf.constant(-1), gateAndUp, 2L).output();
    Operand<TFloat32> gate = halves.get(0);
    return tf.math.mul(tf.math.mul(gate, tf.math.sigmoid(gate)), halves.get(1));
  }

  /** The exact Gaussian error linear unit, by the error function. */
  Operand<TFloat32> gelu(Operand<TFloat32> x) {
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
    return tf.math.mul(tf.math.mul(x, tf.constant(0.5f)), tf.math.add(erf, tf.constant(1f)));
  }

  /**
   * Turns pairs of features by their angles; a feature of the first half pairs with its like of the
   * second half.
   *
   * @param x {@code [n, heads, d]}
   * @param rotation of {@code [n, 1, d / 2]}
   */
  Operand<TFloat32> rotate(Operand<TFloat32> x, Rotation rotation) {
    List<Output<TFloat32>> halves = tf.split(tf.constant(-1), x, 2L).output();
    Operand<TFloat32> a = halves.get(0);
    Operand<TFloat32> b = halves.get(1);
    return tf.concat(
        List.of(
            tf.math.sub(tf.math.mul(a, rotation.cos()), tf.math.mul(b, rotation.sin())),
            tf.math.add(tf.math.mul(b, rotation.cos()), tf.math.mul(a, rotation.sin()))),
        tf.constant(-1));
  }

  /** Cosines and sines of the rotary angles, {@code [n, 1, d / 2]} each. */
  record Rotation(Operand<TFloat32> cos, Operand<TFloat32> sin) {}

  /** Rotation by {@code angles[n, d / 2]}. */
  Rotation rotation(Operand<TFloat32> angles) {
    Operand<TFloat32> perHead = tf.expandDims(angles, tf.constant(1));
    return new Rotation(tf.math.cos(perHead), tf.math.sin(perHead));
  }

  <T extends TType> Operand<T> gatherRows(Operand<T> x, Operand<TInt32> rows) {
    return tf.gather(x, rows, tf.constant(0));
  }

  Operand<TFloat32> reshape(Operand<TFloat32> x, int... shape) {
    return tf.reshape(x, tf.constant(shape));
  }

  Operand<TFloat32> transpose(Operand<TFloat32> x, int... axes) {
    return tf.linalg.transpose(x, tf.constant(axes));
  }

  private <T extends TNumber> Operand<TFloat32> toFloat32(Operand<T> x) {
    return tf.dtypes.cast(x, TFloat32.class);
  }
}

package io.scriptorium.modelruntime.graph;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * Exact softmax attention over packed sequences, one tile of query rows after the other, so that
 * memory grows with the length of a sequence and not with its square. The tiles come from {@link
 * io.scriptorium.modelruntime.plan.AttentionTiles}.
 */
final class TiledAttention {
  private final Graph graph;
  private final int keyValueHeads;
  private final int group;
  private final int headDim;
  private final boolean causal;
  private final Arithmetic arithmetic;

  /**
   * @param heads query heads; {@code heads / keyValueHeads} neighbours share a key and value head
   * @param causal whether a row sees only itself and the rows before it
   */
  TiledAttention(
      Graph graph,
      int heads,
      int keyValueHeads,
      int headDim,
      boolean causal,
      Arithmetic arithmetic) {
    this.graph = graph;
    this.arithmetic = arithmetic;
    this.keyValueHeads = keyValueHeads;
    this.group = heads / keyValueHeads;
    this.headDim = headDim;
    this.causal = causal;
  }

  /**
   * Attends.
   *
   * @param query {@code [n, heads, d]}
   * @param key {@code [keyValueHeads, n, d]}
   * @param value {@code [keyValueHeads, n, d]}
   * @param tiles {@code [tiles, 4]}
   * @return {@code [n, heads * d]}
   */
  Operand<TFloat32> apply(
      Ops tf,
      Operand<TFloat32> query,
      Operand<TFloat32> key,
      Operand<TFloat32> value,
      Operand<TInt32> tiles,
      String name) {
    Operand<TFloat32> scaled = tf.math.mul(query, tf.constant((float) (1 / Math.sqrt(headDim))));
    Operand<TFloat32> grouped =
        tf.reshape(scaled, tf.constant(new int[] {-1, keyValueHeads, group, headDim}));
    Operand<? extends TType> none =
        tf.emptyTensorList(tf.constant(new int[] {-1, rowWidth()}), tf.constant(-1), TFloat32.class)
            .handle();
    Output<?>[] inputs = {
      tf.constant(0).asOutput(),
      none.asOutput(),
      tf.linalg.transpose(grouped, tf.constant(new int[] {1, 2, 0, 3})).asOutput(),
      key.asOutput(),
      Products.valuesOf(tf, value, arithmetic).asOutput(),
      tiles.asOutput()
    };
    Output<?>[] outputs =
        graph.whileLoop(
            inputs, (g, in, out) -> out[0] = moreTiles(Ops.create(g), in), this::body, name);
    return tf.tensorListConcat(
            list(outputs[1]),
            tf.constant(new int[] {-1, rowWidth()}),
            tf.constant(new long[0]),
            TFloat32.class)
        .tensor();
  }

  private int rowWidth() {
    return keyValueHeads * group * headDim;
  }

  private static Output<?> moreTiles(Ops tf, Output<?>[] in) {
    Operand<TInt32> count = tf.gather(tf.shape(ints(in[5])), tf.constant(0), tf.constant(0));
    return tf.math.less(ints(in[0]), count).asOutput();
  }

  private void body(Graph g, Output<?>[] in, Output<?>[] out) {
    Ops tf = Ops.create(g);
    Operand<TInt32> tile = tf.gather(ints(in[5]), ints(in[0]), tf.constant(0));
    Rows queries = rows(tf, tile, 0);
    Rows keys = rows(tf, tile, 2);

    // [keyValueHeads, group * rows, d]: heads of a group lie below each other
    Operand<TFloat32> query =
        tf.reshape(
            slice(tf, floats(in[2]), queries, 2),
            tf.constant(new int[] {keyValueHeads, -1, headDim}));
    Operand<TFloat32> scores = Products.batched(tf, query, slice(tf, floats(in[3]), keys, 1), true);
    if (causal) {
      scores = maskFuture(tf, scores, queries, keys);
    }
    Operand<TFloat32> mixed =
        Products.mixed(tf, tf.nn.softmax(scores), slice(tf, numbers(in[4]), keys, 1));
    Operand<TFloat32> perHead =
        tf.reshape(mixed, tf.constant(new int[] {keyValueHeads, group, -1, headDim}));
    Operand<TFloat32> result =
        tf.reshape(
            tf.linalg.transpose(perHead, tf.constant(new int[] {2, 0, 1, 3})),
            tf.constant(new int[] {-1, rowWidth()}));

    out[1] = tf.tensorListPushBack(list(in[1]), result).outputHandle().asOutput();
    // The next tile starts when this one is done: side by side they would need their memory at
    // once.
    out[0] = tf.withControlDependencies(result).math.add(ints(in[0]), tf.constant(1)).asOutput();
    for (int invariant = 2; invariant < in.length; invariant++) {
      out[invariant] = in[invariant];
    }
  }

  private Operand<TFloat32> maskFuture(Ops tf, Operand<TFloat32> scores, Rows queries, Rows keys) {
    Operand<TInt32> row = tf.expandDims(queries.numbers(tf), tf.constant(1));
    Operand<TInt32> column = tf.expandDims(keys.numbers(tf), tf.constant(0));
    Operand<TBool> future = tf.math.greater(column, row);
    Operand<TFloat32> mask = tf.select(future, tf.constant(ModelGraph.MASKED), tf.constant(0f));
    Operand<TInt32> flat = tf.shape(scores);
    Operand<TFloat32> perHead =
        tf.reshape(
            scores,
            tf.concat(
                List.of(tf.constant(new int[] {keyValueHeads, group}), queries.count, keys.count),
                tf.constant(0)));
    return tf.reshape(tf.math.add(perHead, mask), flat);
  }

  /** Rows from {@code begin}, {@code count} of them; both {@code [1]}. */
  private record Rows(Operand<TInt32> begin, Operand<TInt32> count) {
    Operand<TInt32> numbers(Ops tf) {
      Operand<TInt32> first = tf.reshape(begin, tf.constant(new int[0]));
      Operand<TInt32> length = tf.reshape(count, tf.constant(new int[0]));
      return tf.range(first, tf.math.add(first, length), tf.constant(1));
    }
  }

  private static Rows rows(Ops tf, Operand<TInt32> tile, int at) {
    Operand<TInt32> begin = tf.slice(tile, tf.constant(new int[] {at}), tf.constant(new int[] {1}));
    Operand<TInt32> end =
        tf.slice(tile, tf.constant(new int[] {at + 1}), tf.constant(new int[] {1}));
    return new Rows(begin, tf.math.sub(end, begin));
  }

  /** The rows along {@code axis} of {@code x}, whose last axis lies behind it. */
  private static <T extends TNumber> Operand<T> slice(Ops tf, Operand<T> x, Rows rows, int axis) {
    Operand<TInt32> begin =
        tf.concat(
            List.of(tf.constant(new int[axis]), rows.begin, tf.constant(new int[1])),
            tf.constant(0));
    int[] all = new int[axis];
    Arrays.fill(all, -1);
    Operand<TInt32> size =
        tf.concat(
            List.of(tf.constant(all), rows.count, tf.constant(new int[] {-1})), tf.constant(0));
    return tf.slice(x, begin, size);
  }

  // The loop hands its variables over without their types; the order in apply() gives them back.
  @SuppressWarnings("unchecked")
  private static Output<TInt32> ints(Output<?> output) {
    return (Output<TInt32>) output;
  }

  @SuppressWarnings("unchecked")
  private static Output<TFloat32> floats(Output<?> output) {
    return (Output<TFloat32>) output;
  }

  @SuppressWarnings("unchecked")
  private static Operand<? extends TNumber> numbers(Output<?> output) {
    return (Operand<? extends TNumber>) output;
  }

  @SuppressWarnings("unchecked")
  private static Operand<? extends TType> list(Output<?> output) {
    return (Operand<? extends TType>) output;
  }
}

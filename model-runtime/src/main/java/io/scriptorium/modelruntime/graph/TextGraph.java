package io.scriptorium.modelruntime.graph;

import io.scriptorium.modelruntime.checkpoint.TextConfig;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The decoder with its key-value cache.
 *
 * <p>n stands for the rows of all prompts packed one behind the other, B for sequences, L for
 * layers, D for the hidden width, H for query heads, K for key and value heads, d for the width of
 * a head.
 *
 * <p>While a sequence is decoded its cache is in two parts: a body of T rows that stays as it is,
 * so that it is read without a copy, and a tail of few rows that grows by one with each step.
 */
final class TextGraph {
  private final Net net;
  private final Ops tf;
  private final TextConfig config;
  private final TiledAttention promptAttention;
  private final String scope;

  TextGraph(Graph graph, Net net, TextConfig config, String scope) {
    this.net = net;
    this.tf = net.tf;
    this.config = config;
    this.scope = scope;
    this.promptAttention =
        new TiledAttention(
            graph, config.heads(), config.keyValueHeads(), config.headDim(), true, net.arithmetic);
  }

  /**
   * Prompts.
   *
   * @param ids {@code [n]}
   * @param features {@code [F, D]}: what the vision tower made of all images and videos
   * @param featureRows {@code [F]}: which row of the prompt each feature replaces
   * @param positions {@code [3, n]}: time, height, width
   * @param tiles {@code [tiles, 4]}: attention tiles over each prompt
   * @param logitRows {@code [R]}: rows whose logits are wanted
   */
  record PromptInputs(
      Operand<TInt32> ids,
      Operand<TFloat32> features,
      Operand<TInt32> featureRows,
      Operand<TInt32> positions,
      Operand<TInt32> tiles,
      Operand<TInt32> logitRows) {}

  /**
   * One step of each sequence.
   *
   * @param ids {@code [B]}: the token last emitted
   * @param positions {@code [B]}: its position, the same on all three axes
   * @param bodyKeys {@code [L, B, K, T, d]}
   * @param bodyValues {@code [L, B, K, T, d]}
   * @param bodyMask {@code [B, T]}: zero, or {@link ModelGraph#MASKED} for rows past a sequence's
   *     own
   * @param tailKeys {@code [L, B, K, t, d]}
   * @param tailValues {@code [L, B, K, t, d]}
   * @param tailMask {@code [B, t + 1]}: zero, or {@link ModelGraph#MASKED} for rows of steps that a
   *     sequence did not take part in; the last one is this step's own
   */
  record StepInputs(
      Operand<TInt32> ids,
      Operand<TInt32> positions,
      Operand<TFloat32> bodyKeys,
      Operand<TFloat32> bodyValues,
      Operand<TFloat32> bodyMask,
      Operand<TFloat32> tailKeys,
      Operand<TFloat32> tailValues,
      Operand<TFloat32> tailMask) {}

  /**
   * @param logits {@code [R, vocabulary]} of a prompt, {@code [B, vocabulary]} of a step
   * @param keys of a prompt {@code [L, K, n, d]}, of a step the tail {@code [L, B, K, t + 1, d]}
   * @param values like the keys
   */
  record Outputs(Operand<TFloat32> logits, Operand<TFloat32> keys, Operand<TFloat32> values) {}

  /** Keys and values of one layer after rotation. */
  private record KeyValue(Operand<TFloat32> key, Operand<TFloat32> value) {}

  Outputs prefill(PromptInputs in) {
    Operand<TFloat32> x =
        tf.tensorScatterNdUpdate(
            net.embed(in.ids, "text/embedding"),
            tf.expandDims(in.featureRows, tf.constant(1)),
            in.features); // [n, D]
    Net.Rotation rotation = net.rotation(angles(in.positions));
    List<Operand<TFloat32>> keys = new ArrayList<>();
    List<Operand<TFloat32>> values = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      String name = ModelVariables.textLayer(layer);
      Heads heads = heads(x, name, rotation);
      Operand<TFloat32> key = net.transpose(heads.key, 1, 0, 2); // [K, n, d]
      Operand<TFloat32> value = net.transpose(heads.value, 1, 0, 2);
      Operand<TFloat32> attended =
          promptAttention.apply(
              tf, heads.query, key, value, in.tiles, scope + "/" + name + "/prompt");
      x = afterAttention(x, attended, name);
      keys.add(key);
      values.add(value);
    }
    Operand<TFloat32> wanted = net.gatherRows(x, in.logitRows);
    return new Outputs(logits(wanted), tf.stack(keys), tf.stack(values));
  }

  Outputs decode(StepInputs in) {
    Operand<TFloat32> x = net.embed(in.ids, "text/embedding"); // [B, D]
    Operand<TInt32> allAxes =
        tf.broadcastTo(
            tf.expandDims(in.positions, tf.constant(0)),
            tf.concat(List.of(tf.constant(new int[] {3}), tf.shape(in.positions)), tf.constant(0)));
    Net.Rotation rotation = net.rotation(angles(allAxes));
    Operand<TFloat32> mask = // [B, 1, 1, T + t + 1]
        tf.expandDims(
            tf.expandDims(
                tf.concat(List.of(in.bodyMask, in.tailMask), tf.constant(1)), tf.constant(1)),
            tf.constant(1));
    List<? extends Operand<TFloat32>> bodyKeys = layersOf(in.bodyKeys);
    List<? extends Operand<TFloat32>> bodyValues = layersOf(in.bodyValues);
    List<? extends Operand<TFloat32>> tailKeys = layersOf(in.tailKeys);
    List<? extends Operand<TFloat32>> tailValues = layersOf(in.tailValues);
    List<Operand<TFloat32>> newKeys = new ArrayList<>();
    List<Operand<TFloat32>> newValues = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      String name = ModelVariables.textLayer(layer);
      Heads heads = heads(x, name, rotation);
      KeyValue body = new KeyValue(bodyKeys.get(layer), bodyValues.get(layer));
      KeyValue tail =
          new KeyValue(
              appendRow(tailKeys.get(layer), heads.key),
              appendRow(tailValues.get(layer), heads.value));
      x = afterAttention(x, stepAttention(heads.query, body, tail, mask), name);
      newKeys.add(tail.key);
      newValues.add(tail.value);
    }
    return new Outputs(logits(x), tf.stack(newKeys), tf.stack(newValues));
  }

  /** Query {@code [n, H, d]}, key and value {@code [n, K, d]}; query and key are rotated. */
  private record Heads(Operand<TFloat32> query, Operand<TFloat32> key, Operand<TFloat32> value) {}

  private Heads heads(Operand<TFloat32> x, String name, Net.Rotation rotation) {
    Operand<TFloat32> normed = net.rmsNorm(x, name + "/norm1", epsilon());
    int query = config.heads();
    int shared = config.keyValueHeads();
    Operand<TFloat32> all = // [n, H + 2 K, d]
        net.reshape(
            net.linear(normed, name + "/attention/qkv"), -1, query + 2 * shared, config.headDim());
    List<? extends Operand<TFloat32>> parts =
        tf.splitV(all, tf.constant(new int[] {query + shared, shared}), tf.constant(1), 2L)
            .output();
    Operand<TFloat32> rotated = net.rotate(parts.get(0), rotation);
    List<? extends Operand<TFloat32>> queryAndKey =
        tf.splitV(rotated, tf.constant(new int[] {query, shared}), tf.constant(1), 2L).output();
    return new Heads(queryAndKey.get(0), queryAndKey.get(1), parts.get(1));
  }

  private Operand<TFloat32> afterAttention(
      Operand<TFloat32> x, Operand<TFloat32> attended, String name) {
    x = tf.math.add(x, net.linearWithoutBias(attended, name + "/attention/output"));
    Operand<TFloat32> normed = net.rmsNorm(x, name + "/norm2", epsilon());
    Operand<TFloat32> inner = net.swiGlu(net.linearWithoutBias(normed, name + "/mlp/gate_up"));
    return tf.math.add(x, net.linearWithoutBias(inner, name + "/mlp/down"));
  }

  /** One query row of each sequence against its whole cache: {@code [B, H * d]}. */
  private Operand<TFloat32> stepAttention(
      Operand<TFloat32> query, KeyValue body, KeyValue tail, Operand<TFloat32> mask) {
    int group = config.heads() / config.keyValueHeads();
    Operand<TFloat32> scaled =
        tf.math.mul(query, tf.constant((float) (1 / Math.sqrt(config.headDim()))));
    Operand<TFloat32> grouped = // [B, K, group, d]
        net.reshape(scaled, -1, config.keyValueHeads(), group, config.headDim());
    Operand<TFloat32> bodyScores = Products.batched(tf, grouped, body.key, true);
    Operand<TFloat32> tailScores = Products.batched(tf, grouped, tail.key, true);
    Operand<TFloat32> scores = tf.concat(List.of(bodyScores, tailScores), tf.constant(-1));
    Operand<TFloat32> weights = tf.nn.softmax(tf.math.add(scores, mask));
    Operand<TInt32> lengths = tf.stack(List.of(rowsOf(body.key), rowsOf(tail.key)));
    List<? extends Operand<TFloat32>> parts =
        tf.splitV(weights, lengths, tf.constant(3), 2L).output();
    Operand<TFloat32> mixed =
        tf.math.add(
            Products.batched(tf, parts.get(0), body.value, false),
            Products.batched(tf, parts.get(1), tail.value, false));
    return net.reshape(mixed, -1, config.heads() * config.headDim());
  }

  private Operand<TInt32> rowsOf(Operand<TFloat32> cache) {
    return tf.gather(tf.shape(cache), tf.constant(2), tf.constant(0));
  }

  /** {@code tail[B, K, t, d]} and {@code row[B, K, d]} give {@code [B, K, t + 1, d]}. */
  private Operand<TFloat32> appendRow(Operand<TFloat32> tail, Operand<TFloat32> row) {
    return tf.concat(List.of(tail, tf.expandDims(row, tf.constant(2))), tf.constant(2));
  }

  private List<? extends Operand<TFloat32>> layersOf(Operand<TFloat32> cache) {
    return tf.unstack(cache, (long) config.layers()).output();
  }

  /**
   * Angles {@code [n, d / 2]}: the first section of frequencies turns with time, the second with
   * height, the third with width.
   */
  private Operand<TFloat32> angles(Operand<TInt32> positions) {
    int[] axis = new int[config.headDim() / 2];
    int frequency = 0;
    for (int section = 0; section < config.mropeSection().size(); section++) {
      for (int i = 0; i < config.mropeSection().get(section); i++) {
        axis[frequency++] = section;
      }
    }
    Operand<TFloat32> byRow =
        net.transpose(tf.dtypes.cast(positions, TFloat32.class), 1, 0); // [n, 3]
    Operand<TFloat32> perFrequency = tf.gather(byRow, tf.constant(axis), tf.constant(1));
    return tf.math.mul(
        perFrequency, tf.constant(RotaryFrequencies.of(config.ropeTheta(), config.headDim())));
  }

  private Operand<TFloat32> logits(Operand<TFloat32> x) {
    Operand<TFloat32> normed = net.rmsNorm(x, "text/norm", epsilon());
    return net.logits(normed, config.tiedHead() ? "text/embedding" : "text/head");
  }

  private float epsilon() {
    return (float) config.rmsNormEps();
  }
}

package io.scriptorium.modelruntime.graph;

import io.scriptorium.modelruntime.checkpoint.VisionConfig;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The vision tower: patches become tokens of the decoder (technical report, section 2.1.1).
 *
 * <p>N stands for patches, U = N / merge² for tokens, D for the hidden width, H for heads, W for
 * windows and S for the patches of a whole window.
 */
final class VisionGraph {
  private static final float NORM_EPSILON = 1e-6f;
  private static final double ROTARY_THETA = 10_000;

  private final Net net;
  private final Ops tf;
  private final VisionConfig config;
  private final TiledAttention frameAttention;
  private final String scope;

  VisionGraph(Graph graph, Net net, VisionConfig config, String scope) {
    this.net = net;
    this.tf = net.tf;
    this.config = config;
    this.scope = scope;
    this.frameAttention =
        new TiledAttention(
            graph, config.heads(), config.heads(), config.headDim(), false, net.arithmetic);
  }

  /**
   * What the tower is fed with, as {@link io.scriptorium.modelruntime.plan.VisionPlan} lays it out.
   *
   * @param patches {@code [N, patch values]}, in raster order of merge units
   * @param patchPositions {@code [N, 2]}: row and column of each patch, in window order
   * @param unitOrder {@code [U]}
   * @param unitInverse {@code [U]}
   * @param windowRows {@code [W * S]}
   * @param windowMask {@code [W, S]}: zero, or {@link ModelGraph#MASKED} for padding
   * @param windowSlots {@code [N]}
   * @param frameTiles {@code [tiles, 4]}: attention tiles over whole frames
   */
  record Inputs(
      Operand<TFloat32> patches,
      Operand<TInt32> patchPositions,
      Operand<TInt32> unitOrder,
      Operand<TInt32> unitInverse,
      Operand<TInt32> windowRows,
      Operand<TFloat32> windowMask,
      Operand<TInt32> windowSlots,
      Operand<TInt32> frameTiles) {}

  /** Features {@code [U, decoder width]} in raster order. */
  Operand<TFloat32> features(Inputs in) {
    Operand<TFloat32> x = net.linearSummedExactly(in.patches, "vision/patch_embedding"); // [N, D]
    x = toWindowOrder(x, in.unitOrder);
    Net.Rotation rotation = net.rotation(angles(in.patchPositions));
    for (int block = 0; block < config.depth(); block++) {
      x = block(x, in, rotation, block);
    }
    return net.gatherRows(merge(x), in.unitInverse);
  }

  private Operand<TFloat32> toWindowOrder(Operand<TFloat32> x, Operand<TInt32> unitOrder) {
    Operand<TFloat32> units = net.reshape(x, -1, config.mergeUnit() * config.hiddenSize());
    return net.reshape(net.gatherRows(units, unitOrder), -1, config.hiddenSize());
  }

  /** Half of the angles turn with the row of a patch, half with its column: {@code [N, d / 2]}. */
  private Operand<TFloat32> angles(Operand<TInt32> positions) {
    float[] frequencies = RotaryFrequencies.of(ROTARY_THETA, config.headDim() / 2);
    Operand<TFloat32> perAxis =
        tf.math.mul( // [N, 2, 1] · [d / 4]
            tf.expandDims(tf.dtypes.cast(positions, TFloat32.class), tf.constant(-1)),
            tf.constant(frequencies));
    return net.reshape(perAxis, -1, config.headDim() / 2);
  }

  private Operand<TFloat32> block(
      Operand<TFloat32> x, Inputs in, Net.Rotation rotation, int block) {
    String name = ModelVariables.visionBlock(block);
    Operand<TFloat32> normed = net.rmsNorm(x, name + "/norm1", NORM_EPSILON);
    Operand<TFloat32> attended = attention(normed, in, rotation, block);
    x = tf.math.add(x, net.linear(attended, name + "/attention/output"));
    normed = net.rmsNorm(x, name + "/norm2", NORM_EPSILON);
    Operand<TFloat32> inner = net.swiGlu(net.linear(normed, name + "/mlp/gate_up"));
    return tf.math.add(x, net.linear(inner, name + "/mlp/down"));
  }

  private Operand<TFloat32> attention(
      Operand<TFloat32> x, Inputs in, Net.Rotation rotation, int block) {
    String name = ModelVariables.visionBlock(block) + "/attention/qkv";
    List<? extends Operand<TFloat32>> qkv = // each [N, D]
        tf.split(tf.constant(-1), net.linear(x, name), 3L).output();
    Operand<TFloat32> query = net.rotate(perHead(qkv.get(0)), rotation);
    Operand<TFloat32> key = net.rotate(perHead(qkv.get(1)), rotation);
    Operand<TFloat32> value = perHead(qkv.get(2));
    if (config.fullAttentionBlocks().contains(block)) {
      return frameAttention.apply(
          tf,
          query,
          net.transpose(key, 1, 0, 2),
          net.transpose(value, 1, 0, 2),
          in.frameTiles,
          scope + "/" + ModelVariables.visionBlock(block) + "/frames");
    }
    return windowAttention(query, key, value, in);
  }

  /** All windows side by side as one batch; no mask larger than a window. */
  private Operand<TFloat32> windowAttention(
      Operand<TFloat32> query, Operand<TFloat32> key, Operand<TFloat32> value, Inputs in) {
    Operand<TFloat32> q = windows(query, in); // [W, H, S, d]
    Operand<TFloat32> scaled =
        tf.math.mul(q, tf.constant((float) (1 / Math.sqrt(config.headDim()))));
    Operand<TFloat32> scores = Products.batched(tf, scaled, windows(key, in), true);
    Operand<TFloat32> mask = // [W, 1, 1, S]
        tf.expandDims(tf.expandDims(in.windowMask, tf.constant(1)), tf.constant(1));
    Operand<TFloat32> weights = tf.nn.softmax(tf.math.add(scores, mask));
    Operand<TFloat32> mixed =
        Products.mixed(tf, weights, Products.valuesOf(tf, windows(value, in), net.arithmetic));
    Operand<TFloat32> slots =
        net.reshape(net.transpose(mixed, 0, 2, 1, 3), -1, config.hiddenSize()); // [W * S, D]
    return net.gatherRows(slots, in.windowSlots);
  }

  private Operand<TFloat32> windows(Operand<TFloat32> perHead, Inputs in) {
    int side = config.windowUnits();
    int slots = side * side * config.mergeUnit();
    Operand<TFloat32> gathered = net.gatherRows(perHead, in.windowRows); // [W * S, H, d]
    return net.transpose(
        net.reshape(gathered, -1, slots, config.heads(), config.headDim()), 0, 2, 1, 3);
  }

  private Operand<TFloat32> perHead(Operand<TFloat32> x) {
    return net.reshape(x, -1, config.heads(), config.headDim());
  }

  private Operand<TFloat32> merge(Operand<TFloat32> x) {
    Operand<TFloat32> normed = net.rmsNorm(x, "vision/merger/norm", NORM_EPSILON);
    Operand<TFloat32> units = net.reshape(normed, -1, config.mergeUnit() * config.hiddenSize());
    Operand<TFloat32> inner = net.gelu(net.linear(units, "vision/merger/inner"));
    return net.linear(inner, "vision/merger/outer");
  }
}

package io.scriptorium.modelruntime.generation;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.TextConfig;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.plan.AttentionTiles;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.plan.VisionPlan;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import io.scriptorium.modelruntime.savedmodel.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The forward passes of a model: plans the rows and positions of what comes in and calls the
 * signatures. Stateless; safe for use by many threads.
 */
public final class Network {
  private final LoadedModel model;
  private final long scoreBudget;

  public Network(LoadedModel model) {
    this(model, AttentionTiles.SCORE_BUDGET);
  }

  Network(LoadedModel model, long scoreBudget) {
    this.model = model;
    this.scoreBudget = scoreBudget;
  }

  LoadedModel model() {
    return model;
  }

  /**
   * Runs the vision tower over images and videos, packed one behind the other.
   *
   * @return output {@code features}: {@code [tokens, decoder width]}
   */
  public Outputs features(List<PixelPatches> pixels) throws ModelException {
    var config = model.config().vision();
    VisionPlan plan = VisionPlan.of(pixels.stream().map(PixelPatches::grid).toList(), config);
    int patches = plan.patches();
    int slots = plan.windowRows().length / plan.windows();
    AttentionTiles tiles = AttentionTiles.full(plan.frameLengths(), config.heads(), scoreBudget);
    try (TFloat32 values =
            Tensors.joined(
                pixels.stream().map(PixelPatches::values).toList(), patches, config.patchValues());
        TInt32 positions = Tensors.ints(plan.patchPositions(), patches, 2);
        TInt32 order = Tensors.ints(plan.unitOrder(), plan.unitOrder().length);
        TInt32 inverse = Tensors.ints(plan.unitInverse(), plan.unitInverse().length);
        TInt32 rows = Tensors.ints(plan.windowRows(), plan.windowRows().length);
        TFloat32 mask = Tensors.floats(mask(plan.windowPadded()), plan.windows(), slots);
        TInt32 slotOf = Tensors.ints(plan.windowSlots(), patches);
        TInt32 frameTiles = tensor(tiles)) {
      return model
          .compute(ModelGraph.VISION)
          .feed("patches", values)
          .feed("patch_positions", positions)
          .feed("unit_order", order)
          .feed("unit_inverse", inverse)
          .feed("window_rows", rows)
          .feed("window_mask", mask)
          .feed("window_slots", slotOf)
          .feed("frame_tiles", frameTiles)
          .run();
    }
  }

  /**
   * Runs the decoder over prompts, packed one behind the other without padding.
   *
   * @param features of all their images and videos, in order
   * @param logitRows packed rows whose logits are wanted
   * @return outputs {@code logits [rows, vocabulary]}, {@code keys} and {@code values [layers,
   *     heads, packed rows, width]}
   */
  public Outputs prefill(
      List<Prompt> prompts, List<TokenPositions> positions, TFloat32 features, int[] logitRows)
      throws ModelException {
    TextConfig config = model.config().text();
    List<Integer> lengths = prompts.stream().map(prompt -> prompt.ids().length).toList();
    int rows = lengths.stream().mapToInt(Integer::intValue).sum();
    int[] ids = new int[rows];
    int[] axes = new int[3 * rows];
    List<int[]> visualRows = new ArrayList<>();
    int base = 0;
    for (int i = 0; i < prompts.size(); i++) {
      int[] promptIds = prompts.get(i).ids();
      System.arraycopy(promptIds, 0, ids, base, promptIds.length);
      for (int axis = 0; axis < 3; axis++) {
        System.arraycopy(
            positions.get(i).axes()[axis], 0, axes, axis * rows + base, promptIds.length);
      }
      int first = base;
      visualRows.add(
          Arrays.stream(positions.get(i).visualRows()).map(row -> row + first).toArray());
      base += promptIds.length;
    }
    int[] featureRows = visualRows.stream().flatMapToInt(Arrays::stream).toArray();
    AttentionTiles tiles = AttentionTiles.causal(lengths, config.heads(), scoreBudget);
    try (TInt32 idTensor = Tensors.ints(ids, rows);
        TInt32 featureRowTensor = Tensors.ints(featureRows, featureRows.length);
        TInt32 positionTensor = Tensors.ints(axes, 3, rows);
        TInt32 tileTensor = tensor(tiles);
        TInt32 logitTensor = Tensors.ints(logitRows, logitRows.length)) {
      return model
          .compute(ModelGraph.PREFILL)
          .feed("ids", idTensor)
          .feed("features", features)
          .feed("feature_rows", featureRowTensor)
          .feed("positions", positionTensor)
          .feed("tiles", tileTensor)
          .feed("logit_rows", logitTensor)
          .run();
    }
  }

  /** The features of all images and videos of some prompts, or an empty matrix. */
  TFloat32 featuresOrNone(List<Prompt> prompts, List<AutoCloseable> owned) throws ModelException {
    List<PixelPatches> pixels =
        prompts.stream().flatMap(prompt -> prompt.pixels().stream()).toList();
    if (pixels.isEmpty()) {
      TFloat32 none = Tensors.floats(new float[0], 0, model.config().text().hiddenSize());
      owned.add(none);
      return none;
    }
    Outputs features = features(pixels);
    owned.add(features);
    return features.get("features");
  }

  private static TInt32 tensor(AttentionTiles tiles) {
    int[] flat =
        tiles.tiles().stream()
            .flatMapToInt(
                tile ->
                    IntStream.of(
                        tile.queryBegin(), tile.queryEnd(), tile.keyBegin(), tile.keyEnd()))
            .toArray();
    return Tensors.ints(flat, tiles.tiles().size(), 4);
  }

  private static float[] mask(boolean[] padded) {
    float[] mask = new float[padded.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = padded[i] ? ModelGraph.MASKED : 0;
    }
    return mask;
  }
}

package io.scriptorium.modelruntime.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.files.StrictJson;
import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.generation.GenerationOptions;
import io.scriptorium.modelruntime.generation.Generator;
import io.scriptorium.modelruntime.generation.Network;
import io.scriptorium.modelruntime.generation.Prompt;
import io.scriptorium.modelruntime.generation.TokenListener;
import io.scriptorium.modelruntime.graph.Arithmetic;
import io.scriptorium.modelruntime.plan.TokenPositions;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.Grid;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.ModelConverter;
import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.modelruntime.savedmodel.RuntimeOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * Compares the model with the reference implementation: converts the {@code checkpoint/} of a
 * folder, loads it, and runs each case of {@code cases.json} with the pixels and answers of {@code
 * cases.safetensors}. Everything is computed in float32.
 */
public final class ModelVerification {
  private static final String CASES = "cases.json";
  private static final StrictJson JSON =
      new StrictJson(Code.REFERENCE_INVALID, Code.REFERENCE_INVALID, 64 << 20);

  /** Largest absolute error that is taken for rounding. */
  public static final double TOLERANCE = 1e-4;

  private static final int BEYOND_END = 8;

  private final ModelConfig config;
  private final Generator generator;
  private final ReferenceTensors expected;

  private ModelVerification(LoadedModel model, ReferenceTensors expected) {
    this.config = model.config();
    this.generator = new Generator(new Network(model), Integer.MAX_VALUE);
    this.expected = expected;
  }

  /**
   * Runs all cases.
   *
   * @param folder holds {@code checkpoint/}, {@code cases.json} and {@code cases.safetensors}
   * @param scratch an existing folder for the converted model
   * @param listener told of each case as it is done
   * @throws ModelException {@code REFERENCE_INVALID} if there is no case or an answer is missing,
   *     and whatever converting and running the model throws
   */
  public static void run(Path folder, Path scratch, Consumer<VerificationCase> listener)
      throws ModelException {
    JsonNode cases = JSON.readObject(folder.resolve(CASES), CASES).path("cases");
    if (cases.isEmpty()) {
      throw new ModelException(Code.REFERENCE_INVALID, folder.resolve(CASES) + " has no cases");
    }
    Path converted = scratch.resolve("model");
    ModelConverter.convert(folder.resolve("checkpoint"), converted, Progress.SILENT);
    RuntimeOptions exact = RuntimeOptions.DEFAULTS.withArithmetic(Arithmetic.FLOAT32);
    try (LoadedModel model = LoadedModel.load(converted, exact);
        ReferenceTensors expected = ReferenceTensors.open(folder.resolve("cases.safetensors"))) {
      ModelVerification verification = new ModelVerification(model, expected);
      for (Map.Entry<String, JsonNode> field : cases.properties()) {
        listener.accept(verification.compare(field.getKey(), field.getValue()));
      }
    }
  }

  private VerificationCase compare(String name, JsonNode expectation) throws ModelException {
    Prompt prompt = prompt(name, expectation);
    TokenPositions positions = prompt.positions(config);
    Generator.Trace trace = generator.trace(prompt);
    double features = featureError(name, prompt, trace.features());
    double logits = error(trace.logits(), expected.floats(name + ".logits"));
    double step = error(trace.stepLogits(), expected.floats(name + ".decode_logits"));
    boolean samePositions =
        Arrays.deepEquals(positions.axes(), matrix(expectation.path("position_ids")))
            && positions.delta() == expectation.path("rope_delta").asInt();
    boolean sameNext = trace.next() == expectation.path("next_token").asInt();
    boolean greedy = continues(prompt, expectation.path("generated_greedy"), 1);
    boolean penalised =
        continues(prompt, expectation.path("generated_repetition_penalty_1_05"), 1.05);
    boolean passed =
        Math.max(features, Math.max(logits, step)) < TOLERANCE
            && samePositions
            && sameNext
            && greedy
            && penalised;
    return new VerificationCase(
        name,
        String.format(
            Locale.ROOT,
            "features %.1e, logits %.1e, first decode step %.1e; positions %s, greedy %s,"
                + " repetition penalty %s",
            features,
            logits,
            step,
            equality(samePositions),
            equality(greedy && sameNext),
            equality(penalised)),
        passed);
  }

  private static String equality(boolean equal) {
    return equal ? "equal" : "DIFFERENT";
  }

  private boolean continues(Prompt prompt, JsonNode continuation, double penalty)
      throws ModelException {
    int[] ids = vector(continuation);
    if (ids.length == 0) {
      return false;
    }
    boolean ended = config.tokens().endOfText().contains(ids[ids.length - 1]);
    GenerationOptions options =
        GenerationOptions.GREEDY
            .withMaxTokens(ended ? ids.length + BEYOND_END : ids.length)
            .withRepetitionPenalty(penalty);
    Generation generation = generator.generate(prompt, options, TokenListener.SILENT);
    return Arrays.equals(generation.ids(), ids);
  }

  /** The reference keeps images and videos apart; here they are in order of appearance. */
  private double featureError(String name, Prompt prompt, float[] features) throws ModelException {
    int width = config.text().hiddenSize();
    double largest = 0;
    for (VisualInput.Kind kind : VisualInput.Kind.values()) {
      List<float[]> ofKind = new ArrayList<>();
      int offset = 0;
      for (VisualInput visual : prompt.visuals()) {
        int length = visual.grid().tokens(config.vision().spatialMergeSize()) * width;
        if (visual.kind() == kind) {
          ofKind.add(Arrays.copyOfRange(features, offset, offset + length));
        }
        offset += length;
      }
      if (!ofKind.isEmpty()) {
        String tensor = name + (kind == VisualInput.Kind.IMAGE ? ".image" : ".video") + "_features";
        largest = Math.max(largest, error(joined(ofKind), expected.floats(tensor)));
      }
    }
    return largest;
  }

  private Prompt prompt(String name, JsonNode expectation) throws ModelException {
    int[] ids = vector(expectation.path("input_ids"));
    Iterator<Visual> images = visuals(name, expectation, VisualInput.Kind.IMAGE).iterator();
    Iterator<Visual> videos = visuals(name, expectation, VisualInput.Kind.VIDEO).iterator();
    List<Visual> inOrder = new ArrayList<>();
    int row = 0;
    while (row < ids.length) {
      Iterator<Visual> source =
          ids[row] == config.tokens().image()
              ? images
              : ids[row] == config.tokens().video() ? videos : null;
      if (source == null || !source.hasNext()) {
        row++;
        continue;
      }
      Visual visual = source.next();
      inOrder.add(visual);
      row += visual.input.grid().tokens(config.vision().spatialMergeSize());
    }
    return new Prompt(
        ids,
        inOrder.stream().map(Visual::input).toList(),
        inOrder.stream().map(Visual::pixels).toList());
  }

  private record Visual(VisualInput input, PixelPatches pixels) {}

  private List<Visual> visuals(String name, JsonNode expectation, VisualInput.Kind kind)
      throws ModelException {
    boolean image = kind == VisualInput.Kind.IMAGE;
    int[][] grids = matrix(expectation.path(image ? "image_grid_thw" : "video_grid_thw"));
    if (grids.length == 0) {
      return List.of();
    }
    float[] packed = expected.floats(name + (image ? ".pixel_values" : ".pixel_values_videos"));
    int patchSize = config.vision().patchSize();
    List<Visual> visuals = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < grids.length; i++) {
      Grid grid = new Grid(grids[i][0], grids[i][1], grids[i][2]);
      int length = grid.patches() * config.vision().patchValues();
      visuals.add(
          new Visual(
              image
                  ? VisualInput.image(grid)
                  : VisualInput.video(
                      grid, (float) expectation.path("second_per_grid_ts").path(i).asDouble(1)),
              new PixelPatches(
                  grid,
                  grid.w() * patchSize,
                  grid.h() * patchSize,
                  Arrays.copyOfRange(packed, offset, offset + length))));
      offset += length;
    }
    return visuals;
  }

  private static double error(float[] found, float[] wanted) {
    if (found.length != wanted.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      double difference = Math.abs((double) found[i] - wanted[i]);
      // Math.max keeps a NaN, which must not pass for a small error.
      largest = Math.max(largest, difference);
    }
    return largest;
  }

  private static float[] joined(List<float[]> parts) {
    float[] whole = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int offset = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, whole, offset, part.length);
      offset += part.length;
    }
    return whole;
  }

  private static int[] vector(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static int[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(ModelVerification::vector)
        .toArray(int[][]::new);
  }
}

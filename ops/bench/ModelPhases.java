import io.scriptorium.modelruntime.generation.Generation;
import io.scriptorium.modelruntime.generation.GenerationOptions;
import io.scriptorium.modelruntime.generation.Generator;
import io.scriptorium.modelruntime.generation.Network;
import io.scriptorium.modelruntime.generation.Prompt;
import io.scriptorium.modelruntime.generation.TokenListener;
import io.scriptorium.modelruntime.graph.Arithmetic;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.plan.VisualInput;
import io.scriptorium.modelruntime.preprocess.Grid;
import io.scriptorium.modelruntime.preprocess.PixelPatches;
import io.scriptorium.modelruntime.savedmodel.LoadedModel;
import io.scriptorium.modelruntime.savedmodel.RuntimeOptions;
import io.scriptorium.modelruntime.savedmodel.SignatureCall.Outputs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Times loading, vision tower, prefill and decoding of a converted model on one random page, each
 * twice: the first run of a signature also optimises its graph.
 *
 * <pre>{@code
 * ./scriptorium --help > /dev/null   # builds
 * java -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 \
 *     -cp 'routes/target/lib/*' ops/bench/ModelPhases.java MODEL PATCH_ROWS PATCH_COLUMNS TOKENS \
 *     [float32|bfloat16]
 * }</pre>
 */
public final class ModelPhases {
  private static long lap = System.nanoTime();

  public static void main(String[] arguments) throws Exception {
    Grid grid = new Grid(1, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    int tokens = Integer.parseInt(arguments[3]);
    RuntimeOptions options =
        arguments.length < 5
            ? RuntimeOptions.DEFAULTS
            : RuntimeOptions.DEFAULTS.withArithmetic(
                Arithmetic.valueOf(arguments[4].toUpperCase(Locale.ROOT)));
    try (LoadedModel model = LoadedModel.load(Path.of(arguments[0]), options)) {
      tell("load, " + model.device().name(), 1);
      Prompt page = page(model, grid);
      Network network = new Network(model);
      tell("random page", 1);
      for (int run = 1; run <= 2; run++) {
        try (Outputs features = network.features(page.pixels())) {
          tell("vision, patches, " + model.arithmetic(ModelGraph.VISION), grid.patches());
          int[] last = {page.ids().length - 1};
          network
              .prefill(
                  List.of(page),
                  List.of(page.positions(model.config())),
                  features.get("features"),
                  last)
              .close();
          tell("prefill, tokens, " + model.arithmetic(ModelGraph.PREFILL), page.ids().length);
        }
      }
      Generator generator = new Generator(network, Integer.MAX_VALUE);
      Prompt text = new Prompt(Arrays.copyOf(page.ids(), 5), List.of(), List.of());
      for (int run = 1; run <= 2; run++) {
        Generation answer =
            generator.generate(
                text, GenerationOptions.GREEDY.withMaxTokens(tokens), TokenListener.SILENT);
        tell("decode, tokens, " + model.arithmetic(ModelGraph.DECODE), answer.ids().length);
      }
    }
  }

  private static Prompt page(LoadedModel model, Grid grid) {
    Random random = new Random(1);
    float[] values = new float[grid.patches() * model.config().vision().patchValues()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 4 - 2;
    }
    int[] ids = new int[grid.tokens(2) + 20];
    Arrays.setAll(ids, i -> i % 50);
    Arrays.fill(ids, 10, ids.length - 10, model.config().tokens().image());
    PixelPatches pixels = new PixelPatches(grid, grid.w() * 14, grid.h() * 14, values);
    return new Prompt(ids, List.of(VisualInput.image(grid)), List.of(pixels));
  }

  private static void tell(String phase, int units) {
    double seconds = (System.nanoTime() - lap) / 1e9;
    System.out.printf(
        Locale.ROOT, "%-28s %8.2f s %10.1f per second%n", phase, seconds, units / seconds);
    lap = System.nanoTime();
  }
}

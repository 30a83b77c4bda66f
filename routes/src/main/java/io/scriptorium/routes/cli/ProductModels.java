package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.modelruntime.savedmodel.Progress;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.QwenPageModel;
import io.scriptorium.parser.SurestModel;
import io.scriptorium.parser.TwoModels;
import io.scriptorium.renderer.PieceShape;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads the model that a user named, or the one that comes with the program. */
final class ProductModels implements Wiring.ModelLoader {
  // Of 1118 true answers one is longer. On more it only wanders.
  private static final int BUNDLED_TOKENS = 1536;

  // Those that it has been trained on.
  private static final PieceShape BUNDLED_PIECES = new PieceShape(1344, 224, 448);

  private static final int BUNDLED_READINGS = SurestModel.MOST_READINGS;

  // A hundred rows of seven values; it has learnt from a quarter as many.
  private static final int BUNDLED_KEY_VALUE_TOKENS = 12_000;

  private final ModelCache cache;

  ProductModels(ModelCache cache) {
    this.cache = cache;
  }

  @Override
  public PageModel load(@Nullable Path model, PageSettings wanted, PrintWriter log)
      throws ParseException {
    try {
      QwenPageModel.Settings settings = QwenPageModel.Settings.DEFAULTS;
      Path folder;
      int readings = 1;
      if (model == null) {
        log.println(
            "No --model is named, so the small demonstration model that comes with the program"
                + " answers. It reads a few lines at once and guesses; for documents that matter"
                + " bring a Qwen2.5-VL checkpoint.");
        folder = cache.bundledForReading(Progress.SILENT);
        settings = settings.withMaxTokens(BUNDLED_TOKENS).withPieces(BUNDLED_PIECES);
        readings = BUNDLED_READINGS;
      } else {
        folder = cache.resolve(model, new ConversionDisplay(log, model));
      }
      if (wanted.maxTokens().isPresent()) {
        settings = settings.withMaxTokens(wanted.maxTokens().getAsInt());
      }
      if (wanted.maxPixels().isPresent()) {
        settings = settings.withMaxPixels(wanted.maxPixels().getAsInt());
      }
      if (wanted.pieces().isPresent()) {
        settings = settings.withPieces(wanted.pieces().get());
      }
      QwenPageModel loaded = QwenPageModel.load(folder, settings);
      log.println("Model: " + Printable.of(loaded.description()) + ".");
      PageModel reading = new SurestModel(loaded, wanted.readings().orElse(readings));
      return model == null && wanted.keys() ? withBundledKeyValues(reading, log) : reading;
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    }
  }

  private PageModel withBundledKeyValues(PageModel reading, PrintWriter log)
      throws ModelException, ParseException {
    try {
      QwenPageModel keyValues =
          QwenPageModel.load(
              cache.bundledForKeyValues(Progress.SILENT),
              QwenPageModel.Settings.DEFAULTS
                  .withMaxTokens(BUNDLED_KEY_VALUE_TOKENS)
                  .withKeysFromText());
      log.println("For key values: " + Printable.of(keyValues.description()) + ".");
      return new TwoModels(reading, keyValues);
    } catch (ModelException | ParseException | RuntimeException e) {
      reading.close();
      throw e;
    }
  }
}

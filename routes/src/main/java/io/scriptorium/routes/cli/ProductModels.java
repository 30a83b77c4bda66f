package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import io.scriptorium.parser.QwenPageModel;
import io.scriptorium.routes.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads the model that a user named, or the one that comes with the program. */
final class ProductModels implements Wiring.ModelLoader {
  // The untrained model never stops by itself and sees nothing in more pixels.
  private static final int DEMONSTRATION_TOKENS = 256;
  private static final int DEMONSTRATION_PIXELS = 1280 * 28 * 28;

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
      if (model == null) {
        log.println(
            "No --model is named, so the built-in demonstration model answers. It is untrained:"
                + " it shows that everything works, but its text is noise.");
        folder = cache.demonstration();
        settings = settings.withMaxTokens(DEMONSTRATION_TOKENS).withMaxPixels(DEMONSTRATION_PIXELS);
      } else {
        folder = cache.resolve(model, new ConversionDisplay(log, model));
      }
      if (wanted.maxTokens().isPresent()) {
        settings = settings.withMaxTokens(wanted.maxTokens().getAsInt());
      }
      if (wanted.maxPixels().isPresent()) {
        settings = settings.withMaxPixels(wanted.maxPixels().getAsInt());
      }
      QwenPageModel loaded = QwenPageModel.load(folder, settings);
      log.println("Model: " + Printable.of(loaded.description()) + ".");
      return loaded;
    } catch (ModelException e) {
      throw ModelFailures.translated(e);
    }
  }
}

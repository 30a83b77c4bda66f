package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the commands work with; tests bring their own. */
record Wiring(ModelLoader models, Serving serving, ModelCommands modelCommands) {

  /** Loads models. */
  interface ModelLoader {
    /**
     * Loads a model; whoever does closes it.
     *
     * @param model a converted model or a checkpoint; null for the one that comes with the program
     * @param log tells people which model it is and how far a conversion is
     * @throws ParseException if the model is not whole or does not fit
     */
    PageModel load(@Nullable Path model, PageSettings settings, PrintWriter log)
        throws ParseException;
  }

  /** The program as it is shipped. */
  static Wiring product() {
    return new Wiring(
        new ProductModels(ModelCache.ofUser()), new ProductServing(), new ProductModelCommands());
  }
}

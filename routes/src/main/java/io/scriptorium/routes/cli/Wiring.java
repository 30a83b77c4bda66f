package io.scriptorium.routes.cli;

import io.scriptorium.modelruntime.savedmodel.ModelCache;
import io.scriptorium.parser.PageModel;
import io.scriptorium.parser.ParseException;
import io.scriptorium.renderer.DocumentOpener;
import io.scriptorium.renderer.RenderException;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.renderer.pool.RenderPool;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the commands work with; tests bring their own. */
record Wiring(
    ModelLoader models, RendererStarter renderers, Serving serving, ModelCommands modelCommands) {

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

  /** Starts what renders. */
  interface RendererStarter {
    /**
     * Starts it; whoever does closes it.
     *
     * @throws ParseException if this machine does not let it start
     */
    DocumentOpener start(RenderOptions options, PoolOptions limits) throws ParseException;
  }

  /** The program as it is shipped. */
  static Wiring product() {
    return new Wiring(
        new ProductModels(ModelCache.ofUser()),
        Wiring::startPool,
        new ProductServing(),
        new ProductModelCommands());
  }

  private static DocumentOpener startPool(RenderOptions options, PoolOptions limits)
      throws ParseException {
    try {
      return RenderPool.start(options, limits);
    } catch (RenderException e) {
      throw new ParseException(
          e.code().name(), ParseException.Kind.TRANSIENT, String.valueOf(e.getMessage()), e);
    }
  }
}

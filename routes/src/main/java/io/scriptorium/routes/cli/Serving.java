package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import java.nio.file.Path;

/** Starts the server in two steps, so that a wrong configuration shows before a model is loaded. */
interface Serving {
  /**
   * Reads a configuration.
   *
   * @throws WrongUseException naming all that is wrong with it
   */
  Service prepare(Path config) throws WrongUseException;

  /** A server that is ready to run, with what its configuration says of rendering. */
  interface Service {
    RenderOptions rendering();

    PoolOptions pool();

    /** Whether the model is asked for key values. */
    boolean wantsKeys();

    /** Runs until the process is told to stop. */
    void run(DocumentParser parser) throws Exception;
  }
}

package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.routes.ConfigException;
import io.scriptorium.routes.RenderConfig;
import io.scriptorium.routes.Server;
import io.scriptorium.routes.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the routes. */
final class ProductServing implements Serving {
  @Override
  public Service prepare(Path config) throws WrongUseException {
    try {
      return new Routes(ServerConfig.load(config));
    } catch (ConfigException e) {
      throw wrongUse(e);
    }
  }

  private record Routes(ServerConfig config) implements Service {
    @Override
    public RenderOptions rendering() {
      RenderConfig wanted = config.rendering();
      RenderOptions options =
          RenderOptions.DEFAULTS
              .withDpi(wanted.dpi())
              .withMaxPixels(wanted.maxPixels())
              .withPasswords(wanted.passwords());
      return wanted.minPixels().isPresent()
          ? options.withMinPixels(wanted.minPixels().getAsInt())
          : options;
    }

    @Override
    public PoolOptions pool() {
      RenderConfig wanted = config.rendering();
      return PoolOptions.DEFAULTS
          .withPageTime(wanted.pageTime())
          .withDocumentTime(wanted.documentTime())
          .withProcesses(wanted.processes().orElse(PoolOptions.DEFAULTS.processes()))
          .withHeapBytes(wanted.memoryBytes())
          .withPagesAhead(wanted.pagesAhead());
    }

    @Override
    public boolean wantsKeys() {
      return config.exports().keys().isPresent();
    }

    @Override
    public void run(DocumentParser parser)
        throws WrongUseException, IOException, InterruptedException {
      try (Server server = new Server(config, parser)) {
        server.run();
      } catch (ConfigException e) {
        throw wrongUse(e);
      }
    }
  }

  private static WrongUseException wrongUse(ConfigException e) {
    return new WrongUseException(String.join("\n", e.problems()));
  }
}

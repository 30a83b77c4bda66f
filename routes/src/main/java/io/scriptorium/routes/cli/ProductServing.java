package io.scriptorium.routes.cli;

import io.scriptorium.parser.DocumentParser;
import io.scriptorium.renderer.RenderOptions;
import io.scriptorium.renderer.pool.PoolOptions;
import io.scriptorium.routes.ConfigException;
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
      return config.rendering();
    }

    @Override
    public PoolOptions pool() {
      return config.pool();
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

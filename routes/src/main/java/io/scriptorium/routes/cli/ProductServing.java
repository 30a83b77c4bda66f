package io.scriptorium.routes.cli;

import io.scriptorium.routes.ConfigException;
import io.scriptorium.routes.Server;
import io.scriptorium.routes.ServerConfig;
import java.nio.file.Path;

/** Runs the routes. */
final class ProductServing implements Serving {
  @Override
  public Service prepare(Path config) throws WrongUseException {
    try {
      ServerConfig checked = ServerConfig.load(config);
      return parser -> {
        try (Server server = new Server(checked, parser)) {
          server.run();
        } catch (ConfigException e) {
          throw wrongUse(e);
        }
      };
    } catch (ConfigException e) {
      throw wrongUse(e);
    }
  }

  private static WrongUseException wrongUse(ConfigException e) {
    return new WrongUseException(String.join("\n", e.problems()));
  }
}

package io.scriptorium.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of its own process, with the folder route in the folder given. */
final class ServerInChild {
  private ServerInChild() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    ScriptedParser parser = new ScriptedParser();
    DocumentWork telling =
        (source, folder, progress) -> {
          writeSign(root);
          return parser.parse(source, folder, progress);
        };
    try (Server server = new Server(TestServers.in(root).withFolder().build(), telling)) {
      server.run();
    }
  }

  private static void writeSign(Path root) {
    try {
      Files.createFile(root.resolve("slow-document-in-hand"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

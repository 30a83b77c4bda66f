package io.scriptorium.renderer.pool;

import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A pool in a process of its own, to be killed while a page hangs. */
final class PoolInChild {
  private PoolInChild() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path script = Files.write(folder.resolve("script"), List.of("nothing", "nothing", "hang"));
    RenderPool pool =
        RenderPool.start(
            RenderOptions.DEFAULTS,
            PoolOptions.DEFAULTS.withProcesses(2).withHeapBytes(32L << 20),
            PasswordSource.NONE,
            ScriptedChild.class.getName(),
            folder.resolve("tmp"));
    try (pool;
        PageSource source = pool.open(script)) {
      source.render(1);
      tell(pool, folder);
      source.render(2);
    }
  }

  private static void tell(RenderPool pool, Path folder) throws IOException {
    String children =
        pool.children().map(child -> child.pid() + "\n").collect(Collectors.joining());
    Path written = Files.writeString(folder.resolve("children.new"), children);
    Files.move(written, folder.resolve("children"), StandardCopyOption.ATOMIC_MOVE);
  }
}

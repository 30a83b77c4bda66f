package io.scriptorium.renderer.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.fixtures.RunningProgram;
import io.scriptorium.renderer.PageSource;
import io.scriptorium.renderer.PasswordSource;
import io.scriptorium.renderer.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When children end, and when they do not. */
class PoolLifeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path temporary;

  @BeforeEach
  void makeFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void childrenEndWithAPoolThatIsKilledInMidPage() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PoolInChild.class.getName(),
            folder.toString());
    try (RunningProgram parent =
        RunningProgram.start(builder, Files.createDirectory(folder.resolve("printed")))) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(folder.resolve("children")).as("%s", parent).exists());
      List<String> children = Files.readAllLines(folder.resolve("children"));
      assertThat(children).isNotEmpty().allMatch(PoolLifeIT::isAlive);

      // As with kill -9.
      parent.close();

      await().atMost(PATIENCE).until(() -> children.stream().noneMatch(PoolLifeIT::isAlive));
    }
    PoolFolder.sweep(temporary, Instant.now().plusSeconds(60));
    assertThat(temporary).isEmptyDirectory();
  }

  /** A service manager tells all processes of a service to end, and the pool wants to finish. */
  @Test
  void childrenOutliveTheSignalThatTellsAServiceToEnd() throws Exception {
    Path script = Files.write(folder.resolve("script"), List.of("nothing", "nothing", "nothing"));
    PoolOptions limits = PoolOptions.DEFAULTS.withProcesses(1).withPagesAhead(0);
    try (RenderPool pool =
            RenderPool.start(
                RenderOptions.DEFAULTS,
                limits,
                PasswordSource.NONE,
                ScriptedChild.class.getName(),
                temporary);
        PageSource source = pool.open(script)) {
      source.render(1);
      ProcessHandle child = pool.children().findFirst().orElseThrow();

      assertThat(child.destroy()).isTrue();

      source.render(2);
      assertThat(pool.children()).containsExactly(child);
    }
  }

  private static boolean isAlive(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    return process.isPresent() && process.get().isAlive();
  }
}

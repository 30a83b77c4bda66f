package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStopIT {
  private static final int ENDED_BY_SIGTERM = 128 + 15;
  private static final int ENDED_BY_SIGKILL = 128 + 9;

  @TempDir Path root;

  private Process child;

  @AfterEach
  void endChild() {
    child.destroyForcibly();
  }

  @Test
  void endsOnSigtermAfterTheDocumentInHand() throws Exception {
    startWith("SLOW 1500");
    child.destroy();

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(root.resolve("inbox/done/a.pdf")).hasContent("SLOW 1500");
    assertThat(root.resolve("work/claimed")).isEmptyDirectory();
  }

  @Test
  void beginsAgainAfterItWasKilledInTheMiddle() throws Exception {
    startWith("SLOW 1500");
    child.destroyForcibly();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(ENDED_BY_SIGKILL);
    assertThat(root.resolve("inbox/a.pdf")).doesNotExist();

    ScriptedParser parser = new ScriptedParser();
    try (Server server = new Server(TestServers.in(root).withFolder().build(), parser)) {
      server.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(root.resolve("inbox/done/a.pdf")));
    }
    assertThat(root.resolve("inbox/done/a.pdf")).hasContent("SLOW 1500");
    assertThat(parser.labels()).containsExactly("a.pdf");
  }

  /** Starts a server in a child process and returns when it has the document in hand. */
  private void startWith(String script) throws Exception {
    TestServers.in(root).withFolder().build();
    Files.writeString(root.resolve("inbox/a.pdf"), script);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    child =
        new ProcessBuilder(
                List.of(java, "-cp", classPath, ServerInChild.class.getName(), root.toString()))
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("child.log").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(root.resolve("slow-document-in-hand")));
  }
}

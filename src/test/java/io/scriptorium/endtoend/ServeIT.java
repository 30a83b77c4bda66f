package io.scriptorium.endtoend;

import static io.scriptorium.fixtures.ProgramAssert.assertThat;
import static io.scriptorium.fixtures.ResultFolderAssert.assertThatResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.fixtures.FolderContents;
import io.scriptorium.fixtures.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
  private static final int ENDED_BY_SIGTERM = 128 + 15;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  private Scriptorium scriptorium;
  private Path inbox;
  private Path outbox;

  @BeforeEach
  void install() throws IOException {
    scriptorium = Scriptorium.in(folder);
    inbox = Files.createDirectory(scriptorium.path("inbox"));
    outbox = Files.createDirectory(scriptorium.path("outbox"));
    Files.createDirectory(scriptorium.path("in-hand"));
    Files.writeString(
        scriptorium.path("serve.properties"),
        """
        work.folder = in-hand
        folder.inbox = inbox
        folder.outbox = outbox
        folder.poll-interval = 50ms
        folder.settle-time = 100ms
        shutdown.timeout = 30s
        """);
  }

  @Test
  void takesDocumentsFromAFolderUntilItIsStopped() throws Exception {
    Path sample = Repository.samples().resolve("invoice.pdf");
    try (RunningProgram server = serve()) {
      drop(sample, "invoice.pdf");
      drop(Files.writeString(folder.resolve("note"), "Dear reader, no PDF.\n"), "broken.pdf");
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                assertThat(server.isAlive()).as("%s", server).isTrue();
                assertThat(inbox.resolve("done/invoice.pdf")).exists();
                assertThat(inbox.resolve("failed/broken.pdf.reason.json")).exists();
              });
      server.terminate();

      assertThat(server.awaitEnd(LIMIT)).exitedWith(ENDED_BY_SIGTERM).spokePlainly();
    }

    List<String> results = FolderContents.names(outbox);
    assertThat(results).singleElement().asString().matches("invoice\\.pdf-[0-9a-f]{12}");
    assertThatResult(outbox.resolve(results.get(0)))
        .isCompleteWithPages(1)
        .tellsThatItComesFrom(sample);
    assertThat(inbox.resolve("done/invoice.pdf")).hasSameBinaryContentAs(sample);
    assertThat(FolderContents.names(inbox)).containsExactly("done", "failed");
    assertThat(FolderContents.names(inbox.resolve("failed")))
        .containsExactly("broken.pdf", "broken.pdf.reason.json");
    assertThat(inbox.resolve("failed/broken.pdf.reason.json"))
        .content()
        .contains("\"FORMAT_UNSUPPORTED\"", "\"broken.pdf\"")
        .doesNotContain("Dear reader");
    assertThat(scriptorium.path("in-hand/claimed")).isEmptyDirectory();
  }

  @Test
  void tellsAllThatIsWrongWithItsConfigurationAndLoadsNoModel() throws Exception {
    Files.writeString(
        scriptorium.path("serve.properties"),
        """
        work.folder = in-hand
        folder.inbox = inbox
        folder.outbocks = outbox
        folder.settle-time = soon
        """);

    assertThat(scriptorium.run("serve", "--config", "serve.properties"))
        .exitedWith(2)
        .printed()
        .saidOnce("folder.outbocks", "folder.outbox")
        .saidOnce("soon", "folder.settle-time")
        .spokePlainly();
    assertThat(scriptorium.cache()).doesNotExist();
  }

  private RunningProgram serve() throws IOException {
    return scriptorium.start("serve", "--config", "serve.properties", "--max-tokens", "8");
  }

  private void drop(Path file, String name) throws IOException {
    Path part = Files.copy(file, inbox.resolve(name + ".part"));
    Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}

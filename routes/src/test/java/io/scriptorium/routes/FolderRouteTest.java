package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRouteTest {
  @TempDir Path root;

  private final ScriptedParser parser = new ScriptedParser();
  private ServerConfig config;
  private Server server;

  @BeforeEach
  void configure() {
    config = TestServers.in(root).withFolder().build();
    server = new Server(config, parser);
  }

  @AfterEach
  void stop() {
    parser.release();
    server.close();
  }

  @Test
  void parsesAFileAndMovesItToDone() throws Exception {
    drop("invoice.pdf", "one");
    server.start();

    await().until(() -> isFinished("inbox/done/invoice.pdf"));
    assertThat(namesIn("outbox")).singleElement().asString().matches("invoice\\.pdf-[0-9a-f]{12}");
    assertThat(namesIn("work/claimed")).isEmpty();
    assertThat(parser.labels()).containsExactly("invoice.pdf");
  }

  @Test
  void setsABadFileAsideWithItsReasonAndGoesOn() throws Exception {
    drop("locked.pdf", "BAD_INPUT PDF_ENCRYPTED");
    drop("open.pdf", "two");
    server.start();

    await().until(() -> isFinished("inbox/done/open.pdf"));
    await().until(() -> isFinished("inbox/failed/locked.pdf"));
    assertThat(root.resolve("inbox/failed/locked.pdf.reason.json"))
        .content()
        .contains("\"code\" : \"PDF_ENCRYPTED\"", "\"attempts\" : 1", "\"permanent\" : true");
  }

  @Test
  void triesATransientFailureAgainAndCountsTheAttempts() throws Exception {
    drop("a.pdf", "TRANSIENT RESULT_NOT_WRITTEN");
    server.start();

    await().until(() -> isFinished("inbox/failed/a.pdf"));
    assertThat(root.resolve("inbox/failed/a.pdf.reason.json"))
        .content()
        .contains("\"attempts\" : 2");
    assertThat(parser.labels()).containsExactly("a.pdf", "a.pdf");
  }

  @Test
  void keepsWhatAnUnforeseenErrorSaysOutOfTheReason() throws Exception {
    drop("a.pdf", "BUG");
    server.start();

    await().until(() -> isFinished("inbox/failed/a.pdf"));
    assertThat(root.resolve("inbox/failed/a.pdf.reason.json"))
        .content()
        .contains("INTERNAL_ERROR")
        .doesNotContain("secret");
  }

  @Test
  void refusesAnEmptyFile() throws Exception {
    drop("empty.pdf", "");
    server.start();

    await().until(() -> isFinished("inbox/failed/empty.pdf"));
    assertThat(root.resolve("inbox/failed/empty.pdf.reason.json"))
        .content()
        .contains("EMPTY_DOCUMENT");
    assertThat(parser.labels()).isEmpty();
  }

  @Test
  void passesByWhatIsNotADocument() throws Exception {
    Path outside = Files.writeString(root.resolve("outside.pdf"), "outside");
    Files.createSymbolicLink(root.resolve("inbox/link.pdf"), outside);
    Files.createDirectory(root.resolve("inbox/folder.pdf"));
    List<String> unfinished = List.of(".hidden.pdf", "a.pdf.tmp", "b.PDF.PART", "~c.pdf", "d.pdf~");
    for (String name : unfinished) {
      drop(name, "unfinished");
    }
    drop("real.pdf", "real");
    server.start();

    await().until(() -> isFinished("inbox/done/real.pdf"));
    assertThat(namesIn("inbox")).containsAll(unfinished).contains("link.pdf", "folder.pdf");
    assertThat(parser.labels()).containsExactly("real.pdf");
  }

  @Test
  void keepsBothOfTwoFilesThatArriveUnderOneName() throws Exception {
    drop("scan.pdf", "first");
    server.start();
    await().until(() -> isFinished("inbox/done/scan.pdf"));
    drop("scan.pdf", "second");

    await().until(() -> isFinished("inbox/done/scan.2.pdf"));
    assertThat(root.resolve("inbox/done/scan.pdf")).hasContent("first");
    assertThat(root.resolve("inbox/done/scan.2.pdf")).hasContent("second");
    assertThat(namesIn("outbox")).hasSize(2);
  }

  @Test
  void showsNoControlCharactersOfANameToTheParser() throws Exception {
    drop("a\n\u001b[31m\u202Efdp.pdf", "one");
    server.start();

    await().until(() -> !parser.labels().isEmpty());
    assertThat(parser.labels()).containsExactly("a\\u{000a}\\u{001b}[31m\\u{202e}fdp.pdf");
    await().until(() -> !namesIn("outbox").isEmpty());
    assertThat(namesIn("outbox").get(0)).startsWith("a___31m_fdp.pdf-");
  }

  @Test
  void beginsAgainWhatACrashLeftInHand() throws Exception {
    Path claimed = Files.createDirectories(root.resolve("work/claimed/0f0f"));
    Files.writeString(claimed.resolve("left.pdf"), "left");
    drop("left.pdf", "newer");
    server.start();

    // The one that was left is the older one, and so the first to end.
    await().until(() -> isFinished("inbox/done/left.2.pdf"));
    await().until(() -> isFinished("inbox/done/left.pdf"));
    assertThat(root.resolve("inbox/done/left.pdf")).hasContent("newer");
    assertThat(root.resolve("inbox/done/left.2.pdf")).hasContent("left");
  }

  @Test
  void finishesTheDocumentInHandBeforeItStopsAndBeginsNoOther() throws Exception {
    drop("a.pdf", "WAIT");
    server.start();
    parser.awaitWaitingDocument();
    drop("b.pdf", "two");
    CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
    await().until(() -> server.camel().getStatus().isStopping());
    parser.release();
    closed.join();

    assertThat(root.resolve("inbox/done/a.pdf")).exists();
    assertThat(root.resolve("inbox/b.pdf")).exists();
    assertThat(parser.labels()).containsExactly("a.pdf");
  }

  @Test
  void leavesADocumentThatOutlastsTheStopForTheNextStart() throws Exception {
    config = TestServers.in(root).withFolder().withShutdownTimeout(Duration.ofSeconds(1)).build();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    server =
        new Server(
            config,
            (source, folder, progress) -> {
              begun.countDown();
              awaitWhateverComes(never);
              throw new IllegalStateException("released at the end of the test");
            });
    drop("a.pdf", "one");
    server.start();
    begun.await();
    server.close();

    try (Stream<Path> work = Files.walk(root.resolve("work/claimed"))) {
      assertThat(work.map(path -> path.getFileName().toString())).contains("a.pdf");
    }
    never.countDown();
  }

  @Test
  void refusesAWorkFolderThatAnotherServerHas() throws Exception {
    server.start();
    try (Server second = new Server(config, parser)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("WORK_FOLDER_IN_USE");
    }
  }

  /** An empty file may hold the name for the moment of the move. */
  private boolean isFinished(String file) throws IOException {
    return Files.exists(root.resolve(file)) && namesIn("work/claimed").isEmpty();
  }

  /** Native code does not see interrupts either. */
  private static void awaitWhateverComes(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // Goes on, as the model would.
      }
    }
  }

  private void drop(String name, String content) throws IOException {
    Files.writeString(root.resolve("inbox").resolve(name), content);
  }

  private List<String> namesIn(String folder) throws IOException {
    if (!Files.exists(root.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

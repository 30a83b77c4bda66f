package io.scriptorium.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleRouteTest {
  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String EVERY_NEW_YEAR = "0 0 0 1 1 ?";

  @TempDir Path root;

  private final ScriptedParser parser = new ScriptedParser();
  private Server server;

  @AfterEach
  void stop() {
    parser.release();
    server.close();
  }

  @Test
  void mirrorsTheTreeInTheOutboxAndLeavesItUntouched() throws Exception {
    start(EVERY_SECOND);
    write("a/b/scan.pdf", "one");
    write("a/b/scan.tif", "two");
    write("a/.hidden/c.pdf", "three");

    await().until(() -> parser.labels().size() == 2);
    awaitRun();
    assertThat(root.resolve("digitised/a/b/scan.pdf/document.json")).exists();
    assertThat(root.resolve("digitised/a/b/scan.tif/document.json")).exists();
    assertThat(root.resolve("digitised/a/.hidden")).doesNotExist();
    assertThat(root.resolve("tree/a/b/scan.pdf")).hasContent("one");
    assertThat(parser.labels()).containsExactlyInAnyOrder("a/b/scan.pdf", "a/b/scan.tif");
  }

  @Test
  void parsesAgainOnlyWhatHasChanged() throws Exception {
    start(EVERY_SECOND);
    write("same.pdf", "same");
    write("new.pdf", "old");
    await().until(() -> parser.labels().size() == 2);
    write("new.pdf", "new");
    await().until(() -> parser.labels().size() == 3);
    awaitRun();

    assertThat(parser.labels()).hasSize(3).last().isEqualTo("new.pdf");
  }

  @Test
  void notesAFailureAndDoesNotTryARefusedFileAgain() throws Exception {
    start(EVERY_SECOND);
    write("locked.pdf", "BAD_INPUT PDF_ENCRYPTED");
    Path reason = root.resolve("digitised/locked.pdf.reason.json");
    await().until(() -> Files.exists(reason));
    awaitRun();
    assertThat(reason).content().contains("PDF_ENCRYPTED");
    assertThat(parser.labels()).containsExactly("locked.pdf");

    write("locked.pdf", "unlocked");
    await().until(() -> !Files.exists(reason));
    assertThat(root.resolve("digitised/locked.pdf/document.json")).exists();
  }

  @Test
  void makesUpOnceForTheRunsThatItMissed() throws Exception {
    TestServers servers = TestServers.in(root).withSchedule(EVERY_NEW_YEAR);
    ServerConfig config = servers.build();
    Instant longAgo = Instant.now().minus(Duration.ofDays(3 * 366));
    new LastRun(root.resolve("work/schedule.last-run")).write(longAgo);
    write("a.pdf", "one");
    server = new Server(config, parser);
    server.start();

    await().until(() -> parser.labels().size() == 1);
    Path memory = root.resolve("work/schedule.last-run");
    await().until(() -> Instant.parse(Files.readString(memory).strip()).isAfter(longAgo));
  }

  @Test
  void waitsForTheFirstFiringWhenItHasNeverRun() throws Exception {
    start(EVERY_NEW_YEAR);
    write("a.pdf", "one");

    await().during(Duration.ofSeconds(1)).until(() -> parser.labels().isEmpty());
    assertThat(root.resolve("work/schedule.last-run")).exists();
  }

  @Test
  void doesNotOverlapWithItself() throws Exception {
    write("a.pdf", "WAIT");
    write("b.pdf", "two");
    start(EVERY_SECOND);
    parser.awaitWaitingDocument();

    await()
        .during(Duration.ofMillis(2500))
        .atMost(Duration.ofSeconds(5))
        .until(() -> server.camel().getInflightRepository().size() == 1);
    parser.release();
    await().until(() -> parser.labels().size() == 2);
    awaitRun();
    assertThat(parser.overlapped()).isFalse();
    assertThat(parser.labels()).containsExactlyInAnyOrder("a.pdf", "b.pdf");
  }

  private void start(String cron) throws Exception {
    server = new Server(TestServers.in(root).withSchedule(cron).build(), parser);
    server.start();
  }

  /** Waits for a run that began after this call, and for the one in hand. */
  private void awaitRun() {
    NotifyBuilder twoRuns =
        new NotifyBuilder(server.camel()).fromRoute(ScheduleRoute.ID).whenCompleted(2).create();
    assertThat(twoRuns.matches(20, TimeUnit.SECONDS)).isTrue();
  }

  private void write(String name, String content) throws IOException {
    Path file = root.resolve("tree").resolve(name);
    Files.createDirectories(file.getParent());
    Path unfinished = Files.writeString(file.resolveSibling(".unfinished"), content);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

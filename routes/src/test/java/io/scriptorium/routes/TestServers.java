package io.scriptorium.routes;

import io.scriptorium.parser.Exports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds configurations whose folders lie in one temporary folder. */
final class TestServers {
  private static final RenderConfig RENDERING =
      new RenderConfig(
          200,
          1 << 20,
          OptionalInt.empty(),
          List.of(),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          OptionalInt.empty(),
          1L << 30,
          2);

  private final Path root;
  private Optional<FolderConfig> folder = Optional.empty();
  private Optional<KafkaConfig> kafka = Optional.empty();
  private Optional<ScheduleConfig> schedule = Optional.empty();
  private Duration shutdownTimeout = Duration.ofSeconds(20);

  private TestServers(Path root) {
    this.root = root;
  }

  static TestServers in(Path root) {
    return new TestServers(root);
  }

  TestServers withFolder() {
    folder =
        Optional.of(
            new FolderConfig(
                made("inbox"),
                made("outbox"),
                root.resolve("inbox/done"),
                root.resolve("inbox/failed"),
                Duration.ofMillis(20),
                Duration.ofMillis(50)));
    return this;
  }

  TestServers withKafka(String brokers, KafkaTopics topics, int maxRecordSize) {
    kafka =
        Optional.of(
            new KafkaConfig(
                brokers,
                topics.real("documents"),
                topics.real("results"),
                topics.real("dead"),
                topics.real("scriptorium"),
                Duration.ofHours(1),
                maxRecordSize,
                Optional.empty()));
    return this;
  }

  TestServers withSchedule(String cron) {
    schedule =
        Optional.of(new ScheduleConfig(cron, ZoneOffset.UTC, made("tree"), made("digitised")));
    return this;
  }

  TestServers withShutdownTimeout(Duration timeout) {
    shutdownTimeout = timeout;
    return this;
  }

  ServerConfig build() {
    RetryPolicy retry = new RetryPolicy(2, Duration.ofMillis(5), Duration.ofMillis(50));
    return new ServerConfig(
        made("work"), RENDERING, retry, shutdownTimeout, Exports.DEFAULTS, folder, kafka, schedule);
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

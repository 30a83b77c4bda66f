package io.scriptorium.routes;

import io.scriptorium.parser.Exports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code serve} runs. A route that is absent does not run; at least one is present.
 *
 * @param workFolder where the server keeps what it has in hand; for one server alone, on the file
 *     system of the inbox
 * @param rendering how pages are rendered, and what that may cost
 * @param retry what happens when the surroundings fail
 * @param shutdownTimeout how long a stop waits for the document in hand
 * @param exports forms in which results are written
 */
public record ServerConfig(
    Path workFolder,
    RenderConfig rendering,
    RetryPolicy retry,
    Duration shutdownTimeout,
    Exports exports,
    Optional<FolderConfig> folder,
    Optional<KafkaConfig> kafka,
    Optional<ScheduleConfig> schedule) {
  public ServerConfig {
    if (folder.isEmpty() && kafka.isEmpty() && schedule.isEmpty()) {
      throw new IllegalArgumentException("no route is configured");
    }
  }

  /**
   * Reads a properties file in UTF-8. Relative folders are relative to the file.
   *
   * @throws ConfigException naming all that is wrong with it
   */
  public static ServerConfig load(Path file) throws ConfigException {
    return ConfigReader.read(file);
  }
}

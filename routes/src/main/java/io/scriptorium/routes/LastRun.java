package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Remembers when the tree was last digitised to its end, so that a run missed while the server was
 * down is made up for.
 */
final class LastRun {
  private final Path file;

  LastRun(Path file) {
    this.file = file;
  }

  /** When that was; at the first start ever, and from then on, the time given. */
  Instant readOrBegin(Instant now) throws IOException {
    if (Files.exists(file)) {
      try {
        Instant last = Instant.parse(Files.readString(file).strip());
        return last.isBefore(now) ? last : now;
      } catch (DateTimeParseException e) {
        // Cut off by a crash of the machine; what it said is lost.
      }
    }
    write(now);
    return now;
  }

  void write(Instant time) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(unfinished, time + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

package io.scriptorium.routes;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Knows which files have stopped changing, by looking at them again and again. It measures time
 * between its own looks, so the clock of whoever writes the files does not matter. For one thread.
 */
final class SettledFiles {
  private final long settleNanos;
  private final LongSupplier nanoClock;
  private Map<Path, Look> lastLooks = new HashMap<>();
  private Map<Path, Look> looks = new HashMap<>();

  /** What a file looked like, and since when. */
  private record Look(long size, FileTime modified, long since) {
    boolean isSameAs(Look other) {
      return size == other.size && modified.equals(other.modified);
    }
  }

  SettledFiles(Duration settleTime, LongSupplier nanoClock) {
    this.settleNanos = settleTime.toNanos();
    this.nanoClock = nanoClock;
  }

  /** Begins a new look at the folder; files not seen in the one before are forgotten. */
  void beginLook() {
    lastLooks = looks;
    looks = new HashMap<>();
  }

  /** Notes the file as it is now and tells whether it has been so for the settle time. */
  boolean isSettled(Path file, BasicFileAttributes attributes) {
    long now = nanoClock.getAsLong();
    Look look = new Look(attributes.size(), attributes.lastModifiedTime(), now);
    Look before = lastLooks.get(file);
    if (before == null || !before.isSameAs(look)) {
      looks.put(file, look);
      return false;
    }
    looks.put(file, before);
    return now - before.since() >= settleNanos;
  }
}

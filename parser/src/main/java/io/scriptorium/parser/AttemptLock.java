package io.scriptorium.parser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that an attempt is being worked on, to other threads and to other processes. The operating
 * system frees it when the process ends, however it ends.
 */
final class AttemptLock implements AutoCloseable {
  // Closing any channel of a file frees all locks that the process holds on it, so a file that is
  // locked by this process must not even be opened again.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private AttemptLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Empty if somebody holds the lock. */
  static Optional<AttemptLock> tryAcquire(Path file) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean acquired = false;
    @Nullable FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // A file that was deleted between opening and locking guards nothing.
      acquired = channel.tryLock() != null && Files.exists(file);
      return acquired ? Optional.of(new AttemptLock(file, channel)) : Optional.empty();
    } finally {
      if (!acquired) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      HELD.remove(file);
    }
  }
}

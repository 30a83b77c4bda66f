package io.scriptorium.renderer.pool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The folder of a pool for all that its children write; nobody but the user can look into it. A
 * lock tells whether its owner lives. What a killed owner left behind goes when the next one comes.
 */
final class PoolFolder implements AutoCloseable {
  private static final String PREFIX = "scriptorium-render-";
  private static final String LOCK = "lock";

  /** Longer than anyone takes from making a folder to locking it. */
  private static final Duration YOUTH = Duration.ofMinutes(1);

  /**
   * Closing a second handle on a locked file would release the lock: own folders are left alone.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;
  private final AtomicLong children = new AtomicLong();

  private PoolFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder in the one for temporary files, and sweeps that one. */
  static PoolFolder create(Path temporary) throws IOException {
    sweep(temporary, Instant.now().minus(YOUTH));
    Path folder = Files.createTempDirectory(temporary, PREFIX).toAbsolutePath();
    OWN.add(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    return new PoolFolder(folder, lock);
  }

  /** Makes the folder of another child. */
  Path newChild() throws IOException {
    return Files.createDirectory(folder.resolve("child-" + children.incrementAndGet()));
  }

  /** Deletes what dead owners left behind. */
  static void sweep(Path temporary, Instant before) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path other : found) {
        if (!OWN.contains(other.toAbsolutePath()) && isLeftBehind(other, before)) {
          ChildFolder.delete(other);
        }
      }
    } catch (IOException e) {
      // Somebody else's rubbish must not keep a pool from starting.
    }
  }

  private static boolean isLeftBehind(Path folder, Instant before) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !Files.isWritable(file)
        || Files.getLastModifiedTime(file).compareTo(FileTime.from(before)) > 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    ChildFolder.delete(folder);
    try {
      lock.close();
    } catch (IOException e) {
      // The process gives it up when it ends.
    }
    OWN.remove(folder);
  }
}

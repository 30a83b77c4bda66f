package io.scriptorium.routes;

import io.scriptorium.parser.FileTrees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one server keeps what it has in hand: {@code claimed} holds documents taken from an inbox,
 * {@code staged} those of a topic with their results. A lock keeps a second server out.
 */
final class WorkFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lockFile;

  private WorkFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder for this server until it is closed.
   *
   * @throws ConfigException if another server has it
   */
  static WorkFolder open(Path root) throws IOException, ConfigException {
    FileChannel lockFile =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(lockFile) == null) {
      lockFile.close();
      throw new ConfigException(
          "the server cannot start",
          List.of("WORK_FOLDER_IN_USE: another server works in work.folder (" + root + ")"));
    }
    WorkFolder folder = new WorkFolder(root, lockFile);
    Files.createDirectories(folder.claimed());
    // What was staged is still in its topic.
    FileTrees.deleteIfExists(folder.root.resolve("staged"));
    Files.createDirectories(folder.root.resolve("staged"));
    return folder;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Holds one folder for each claimed document. */
  Path claimed() {
    return root.resolve("claimed");
  }

  /** A new folder for one document of a topic; who asks deletes it. */
  Path stage() throws IOException {
    return Files.createDirectory(root.resolve("staged").resolve(UUID.randomUUID().toString()));
  }

  /** Where the schedule remembers its last run. */
  Path lastRun() {
    return root.resolve("schedule.last-run");
  }

  /**
   * Tries whether files can be renamed from the other folder into this one.
   *
   * @throws ConfigException if they would have to be copied
   */
  void checkRenameFrom(String key, Path other) throws IOException, ConfigException {
    Path probe = Files.createTempFile(other, ".probe-", ".tmp");
    Path moved = root.resolve(probe.getFileName());
    try {
      Files.move(probe, moved, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new ConfigException(
          "the server cannot start",
          List.of(
              "WORK_FOLDER_ON_OTHER_DISK: %s (%s) and work.folder (%s) are not on one file system"
                  .formatted(key, other, root)));
    } finally {
      Files.deleteIfExists(probe);
      Files.deleteIfExists(moved);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}

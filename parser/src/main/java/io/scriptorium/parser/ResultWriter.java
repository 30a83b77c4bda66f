package io.scriptorium.parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result folder in the making. It grows under a hidden name beside its final place; {@link
 * #publish()} puts it there, {@link #close()} without it leaves no trace. For one thread.
 *
 * <p>Several writers may work on the same folder, in any number of processes: the last to publish
 * wins, and no reader ever sees a mixture.
 */
final class ResultWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ResultWriter.class);
  private static final int SWAP_TRIES = 5;

  /** Held while names change hands, so that no thread sees a result between two names. */
  private static final Object SWAPPING = new Object();

  private final Attempt attempt;
  private final AttemptLock lock;
  private boolean published;

  private ResultWriter(Attempt attempt, AttemptLock lock) {
    this.attempt = attempt;
    this.lock = lock;
  }

  /** Starts a result, after putting right what dead attempts at the same folder left behind. */
  static ResultWriter begin(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path parent = Files.createDirectories(absolute.getParent()).toRealPath();
    Path target = parent.resolve(absolute.getFileName());
    synchronized (SWAPPING) {
      Leftovers.recover(parent, target::equals);
      requireReplaceable(target);
    }
    Attempt attempt = Attempt.at(target);
    Optional<AttemptLock> lock = AttemptLock.tryAcquire(attempt.lock());
    while (lock.isEmpty()) {
      attempt = Attempt.at(target);
      lock = AttemptLock.tryAcquire(attempt.lock());
    }
    ResultWriter writer = new ResultWriter(attempt, lock.get());
    try {
      Files.createDirectory(attempt.partial());
      Files.createDirectory(attempt.partial().resolve(ResultFolders.PAGES));
      return writer;
    } catch (IOException e) {
      writer.close();
      throw e;
    }
  }

  /**
   * Puts right what dead attempts left behind at the chosen folders of a parent folder, whose path
   * is a real one.
   */
  static void recover(Path parent, Predicate<Path> targets) throws IOException {
    synchronized (SWAPPING) {
      Leftovers.recover(parent, targets);
    }
  }

  /** Where the image of a page has to be written. */
  Path pageImage(int number) {
    return attempt.partial().resolve(pageImageName(number));
  }

  /** The place of a page's image inside the result folder. */
  static String pageImageName(int number) {
    return ResultFolders.PAGES + "/" + String.format(Locale.ROOT, "%04d.png", number);
  }

  void write(String name, String text) throws IOException {
    Files.write(file(name), text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where a file has to be written; the folder that it is in is made.
   *
   * @param name inside the result folder, never from outside
   */
  Path file(String name) throws IOException {
    Path file = attempt.partial().resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Gives the result its name; an earlier result is gone afterwards. */
  void publish() throws IOException {
    FileTrees.sync(attempt.partial());
    synchronized (SWAPPING) {
      swap();
    }
    FileTrees.syncFolder(attempt.target().getParent());
  }

  private void swap() throws IOException {
    for (int tries = 1; !published; tries++) {
      try {
        moveEarlierResultAside();
        Files.move(attempt.partial(), attempt.target(), StandardCopyOption.ATOMIC_MOVE);
        published = true;
      } catch (FileSystemException e) {
        // A writer of another process may have been faster between two steps.
        if (tries == SWAP_TRIES) {
          throw e;
        }
      }
    }
  }

  private void moveEarlierResultAside() throws IOException {
    requireReplaceable(attempt.target());
    if (Files.exists(attempt.target())) {
      FileTrees.deleteIfExists(attempt.replaced());
      Files.move(attempt.target(), attempt.replaced(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void requireReplaceable(Path target) throws IOException {
    // A writer of another process may move the folder while it is looked at.
    for (int tries = 0; tries < SWAP_TRIES; tries++) {
      if (ResultFolders.isReplaceable(target) || !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
    }
    throw new FileAlreadyExistsException(
        target.toString(),
        null,
        "what stands in its place is no result folder and is not replaced");
  }

  @Override
  public void close() {
    try (lock) {
      if (!published) {
        giveEarlierResultItsNameBack();
      }
      FileTrees.deleteIfExists(attempt.partial());
      FileTrees.deleteIfExists(attempt.replaced());
    } catch (IOException e) {
      // The next attempt at the same folder tries again.
      log.warn("cannot clean up beside a result folder: {}", e.toString());
    }
  }

  private void giveEarlierResultItsNameBack() throws IOException {
    synchronized (SWAPPING) {
      if (Files.exists(attempt.replaced()) && !Files.exists(attempt.target())) {
        Files.move(attempt.replaced(), attempt.target(), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}

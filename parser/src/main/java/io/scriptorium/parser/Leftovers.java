package io.scriptorium.parser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What attempts left beside result folders when their process died. */
final class Leftovers {
  private Leftovers() {}

  /** Puts right what belongs to dead attempts at the chosen result folders of a parent folder. */
  static void recover(Path parent, Predicate<Path> targets) throws IOException {
    for (Attempt attempt : attemptsIn(parent, targets)) {
      Optional<AttemptLock> dead = AttemptLock.tryAcquire(attempt.lock());
      if (dead.isPresent()) {
        try (AttemptLock lock = dead.get()) {
          recover(attempt);
        }
      }
    }
  }

  private static Set<Attempt> attemptsIn(Path parent, Predicate<Path> targets) throws IOException {
    Set<Attempt> attempts = new LinkedHashSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
      for (Path entry : entries) {
        Attempt.ofLeftover(entry)
            .filter(attempt -> targets.test(attempt.target()))
            .ifPresent(attempts::add);
      }
    }
    return attempts;
  }

  private static void recover(Attempt attempt) throws IOException {
    // INVARIANT: the earlier result is moved away only when the new one is whole and on the disk,
    // so where there is an earlier result waiting, the new one may be published.
    if (exists(attempt.replaced()) && !exists(attempt.target())) {
      Path best = exists(attempt.partial()) ? attempt.partial() : attempt.replaced();
      Files.move(best, attempt.target());
      FileTrees.syncFolder(attempt.target().getParent());
    }
    FileTrees.deleteIfExists(attempt.partial());
    FileTrees.deleteIfExists(attempt.replaced());
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}

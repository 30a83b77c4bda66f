package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox and the claims on what is in it. A claim is one rename, so of several servers on one
 * inbox exactly one gets a file, and a crash leaves it where the next start finds it. For one
 * thread.
 */
final class Inbox {
  /** Files handed out by one look: a full inbox costs no memory for those that come later. */
  static final int BATCH = 64;

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  private final Path folder;
  private final Path claims;
  private final SettledFiles settled;

  private record Arrival(Path file, FileTime modified) {
    static final Comparator<Arrival> OLDEST_FIRST =
        Comparator.comparing(Arrival::modified).thenComparing(Arrival::file);
  }

  Inbox(Path folder, Path claims, SettledFiles settled) {
    this.folder = folder;
    this.claims = claims;
    this.settled = settled;
  }

  /** Files that have settled since they were first seen, the oldest first. */
  List<Path> settledFiles() throws IOException {
    settled.beginLook();
    PriorityQueue<Arrival> oldest = new PriorityQueue<>(Arrival.OLDEST_FIRST.reversed());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        look(file).ifPresent(oldest::add);
        if (oldest.size() > BATCH) {
          oldest.remove();
        }
      }
    }
    return oldest.stream().sorted(Arrival.OLDEST_FIRST).map(Arrival::file).toList();
  }

  private Optional<Arrival> look(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (Arrivals.counts(file, attributes) && settled.isSettled(file, attributes)) {
        return Optional.of(new Arrival(file, attributes.lastModifiedTime()));
      }
    } catch (IOException e) {
      log.debug("{} went away while it was looked at", Label.of(file.getFileName().toString()));
    }
    return Optional.empty();
  }

  /** Takes the file out of the inbox, if it is still there. */
  Optional<Claim> claim(Path file) throws IOException {
    Path own = Files.createDirectory(claims.resolve(UUID.randomUUID().toString()));
    Claim claim = new Claim(own, own.resolve(file.getFileName()));
    try {
      Files.move(file, claim.file(), StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(claim);
    } catch (NoSuchFileException e) {
      Files.delete(own);
      return Optional.empty();
    } catch (IOException e) {
      Files.delete(own);
      throw e;
    }
  }

  /** Puts a claimed file back. */
  void giveBack(Claim claim) throws IOException {
    NewName.move(claim.file(), folder);
    Files.delete(claim.folder());
  }

  /** Puts back what an earlier run had claimed and not finished. */
  void giveBackOrphans() throws IOException {
    try (DirectoryStream<Path> orphans = Files.newDirectoryStream(claims, Files::isDirectory)) {
      for (Path orphan : orphans) {
        giveBackAll(orphan);
      }
    }
  }

  private void giveBackAll(Path orphan) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(orphan)) {
      for (Path file : files) {
        log.warn("{} was left unfinished; it begins again", new Claim(orphan, file).label());
        NewName.move(file, folder);
      }
    }
    Files.delete(orphan);
  }
}

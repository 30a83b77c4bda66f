package io.scriptorium.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Watches a source file, so that the hash in a result is the hash of the bytes that were parsed.
 */
final class SourceFile {
  private final Path file;
  private final Snapshot before;

  /** Taken before the document is opened. */
  SourceFile(Path file) {
    this.file = file;
    this.before = snapshot();
  }

  private record Snapshot(long bytes, FileTime modified, @Nullable Object key) {
    static final Snapshot UNREADABLE = new Snapshot(-1, FileTime.fromMillis(0), null);
  }

  /** Called when the document is open. */
  Digest identify() throws ParseException {
    Digest digest = digest();
    if (!snapshot().equals(before)) {
      throw changed(digest);
    }
    return digest;
  }

  /** Called when all pages are read. */
  void requireUnchanged(Digest parsed) throws ParseException {
    if (!snapshot().equals(before) && !digest().equals(parsed)) {
      throw changed(parsed);
    }
  }

  private static ParseException changed(Digest parsed) {
    return new ParseException(
        "SOURCE_CHANGED",
        ParseException.Kind.TRANSIENT,
        "the file (" + parsed.bytes() + " bytes) changed while it was being parsed");
  }

  private Digest digest() throws ParseException {
    try (InputStream in = Files.newInputStream(file)) {
      return Digest.of(in);
    } catch (IOException e) {
      throw new ParseException(
          "SOURCE_NOT_READ", ParseException.Kind.TRANSIENT, "the file could not be read", e);
    }
  }

  private Snapshot snapshot() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Snapshot(now.size(), now.lastModifiedTime(), now.fileKey());
    } catch (IOException e) {
      return Snapshot.UNREADABLE;
    }
  }
}

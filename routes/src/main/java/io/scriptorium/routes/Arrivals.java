package io.scriptorium.routes;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** Which files count as documents that arrived, by name and kind. */
final class Arrivals {
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp", "~");

  private Arrivals() {}

  /**
   * Whether to take the file: regular, not hidden, and not named as one that is still written.
   *
   * @param attributes of the file itself, not of what a symbolic link points to
   */
  static boolean counts(Path file, BasicFileAttributes attributes) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return attributes.isRegularFile()
        && !name.startsWith(".")
        && !name.startsWith("~")
        && UNFINISHED.stream().noneMatch(name::endsWith);
  }
}

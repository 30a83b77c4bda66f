package io.scriptorium.routes;

import io.scriptorium.parser.FileNames;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves files into folders where something of the same name may lie, and never replaces it. */
final class NewName {
  // Leaves room for a number and for the suffix of a reason file within the 255 of file systems.
  private static final int LONGEST_BYTES = 220;

  private NewName() {}

  /** Moves the file into the folder under its own name or, if taken, a numbered one. */
  static void move(Path file, Path folder) throws IOException {
    for (int number = 1; ; number++) {
      Path target = folder.resolve(candidate(file.getFileName(), number));
      if (isCreated(target)) {
        fill(target, file);
        return;
      }
    }
  }

  /**
   * Finds a name in the folder that is free together with its companion, and takes it by creating
   * the companion, empty, which no two callers can do.
   */
  static Path takeWithCompanion(Path name, Path folder, String suffix) throws IOException {
    for (int number = 1; ; number++) {
      Path target = folder.resolve(candidate(name, number));
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)
          && isCreated(target.resolveSibling(target.getFileName() + suffix))) {
        return target;
      }
    }
  }

  private static boolean isCreated(Path file) throws IOException {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static void fill(Path placeholder, Path file) throws IOException {
    try {
      Files.move(file, placeholder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(placeholder);
      throw e;
    }
  }

  private static Path candidate(Path name, int number) {
    return number == 1 && fits(name) ? name : numbered(name, number);
  }

  private static boolean fits(Path name) {
    return FileNames.bytes(name.toString()) <= LONGEST_BYTES;
  }

  private static Path numbered(Path path, int number) {
    String name = path.toString();
    int dot = name.lastIndexOf('.');
    boolean hasExtension = dot > 0 && name.length() - dot <= 10;
    String extension = hasExtension ? name.substring(dot) : "";
    String stem = hasExtension ? name.substring(0, dot) : name;
    int room = LONGEST_BYTES - FileNames.bytes(extension);
    return Path.of(FileNames.cut(stem, room) + "." + number + extension);
  }
}

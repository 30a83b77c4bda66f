package io.scriptorium.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file in UTF-8 with passwords, one a line, since others can see a command line. */
public final class PasswordFile {
  private PasswordFile() {}

  /**
   * The lines of a file. What its editor put before the first one is no part of a password.
   *
   * @throws IOException if it cannot be read as UTF-8
   */
  public static List<String> read(Path file) throws IOException {
    return Files.readString(file).replaceFirst("^\uFEFF", "").lines().toList();
  }
}

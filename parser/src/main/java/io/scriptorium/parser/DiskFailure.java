package io.scriptorium.parser;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why the disk refused, without the paths of this machine. */
final class DiskFailure {
  private DiskFailure() {}

  static String reason(IOException failure) {
    if (failure instanceof FileSystemException disk && disk.getReason() != null) {
      return disk.getReason();
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    if (failure instanceof NoSuchFileException) {
      return "a part of it was removed meanwhile";
    }
    if (failure instanceof FileSystemException) {
      return failure.getClass().getSimpleName();
    }
    return String.valueOf(failure.getMessage());
  }
}

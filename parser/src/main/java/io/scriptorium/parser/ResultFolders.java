package io.scriptorium.parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names of result folders, and what tells them from other folders. */
public final class ResultFolders {
  /** The whole document as QwenVL HTML. */
  public static final String HTML = "document.html";

  /** Blocks, provenance and failures of the document. */
  public static final String METADATA = "document.json";

  /** The key values, if there were any to ask for. */
  public static final String KEY_VALUES = "key-values.json";

  /** Folder of the page images. */
  public static final String PAGES = "pages";

  // File systems allow 255 bytes; a writer's hidden names add up to 27.
  private static final int MAX_NAME_BYTES = 200;
  private static final int HASH_DIGITS = 16;

  private ResultFolders() {}

  /**
   * The result folder of a file: its path below {@code root}, repeated below {@code out}. The
   * file's ending stays, so {@code a.pdf} and {@code a.tif} never share a folder. Names that are
   * too long for a folder are cut and end with a hash of the whole name.
   */
  public static Path folderFor(Path out, Path root, Path file) {
    Path relative = root.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    if (relative.startsWith("..") || relative.toString().isEmpty()) {
      throw new IllegalArgumentException(file + " is not below " + root);
    }
    Path folder = out;
    for (Path name : relative) {
      folder = folder.resolve(shortened(name.toString()));
    }
    return folder;
  }

  /** The picture of a page in a result folder. */
  public static Path pageImage(Path folder, int number) {
    return folder.resolve(ResultWriter.pageImageName(number));
  }

  /** Whether a folder holds a published result. */
  public static boolean isResult(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve(METADATA), LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve(HTML), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Puts right what killed processes left in a folder of result folders: a result that was being
   * replaced gets its name back, unfinished ones are deleted. Attempts that are still alive, here
   * or in another process, are left alone.
   */
  public static void recover(Path parent) throws IOException {
    ResultWriter.recover(parent.toRealPath(), target -> true);
  }

  /** Whether a result may take the place of this folder. */
  static boolean isReplaceable(Path folder) throws IOException {
    return isResult(folder) || isEmptyFolder(folder);
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static String shortened(String name) {
    if (FileNames.bytes(name) <= MAX_NAME_BYTES) {
      return name;
    }
    String hash = Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    return FileNames.cut(name, MAX_NAME_BYTES - HASH_DIGITS - 1) + "~" + hash;
  }
}

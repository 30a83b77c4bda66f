package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Which files a model was made from.
 *
 * @param files in the order of their names
 */
public record SourceDigest(List<SourceFile> files) {
  private static final List<String> DESCRIPTIONS =
      List.of(
          "config.json",
          "generation_config.json",
          "preprocessor_config.json",
          "tokenizer.json",
          ShardIndex.FILE);
  private static final int BUFFER = 1 << 20;

  /**
   * A file and its digest.
   *
   * @param name without folder
   * @param size in bytes
   * @param sha256 in hexadecimal
   */
  public record SourceFile(String name, long size, String sha256) {}

  public SourceDigest {
    files = List.copyOf(files);
  }

  /** SHA-256, in hexadecimal, over the names and digests of all files. */
  public String fingerprint() {
    MessageDigest digest = sha256();
    for (SourceFile file : files) {
      String line = file.sha256() + "  " + file.name() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static SourceDigest of(Path folder, List<String> weightFiles) throws ModelException {
    TreeSet<String> names = new TreeSet<>(weightFiles);
    for (String name : DESCRIPTIONS) {
      if (Files.exists(folder.resolve(name))) {
        names.add(name);
      }
    }
    List<SourceFile> files = new ArrayList<>();
    for (String name : names) {
      files.add(digest(folder, name));
    }
    return new SourceDigest(files);
  }

  private static SourceFile digest(Path folder, String name) throws ModelException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        size += count;
      }
    } catch (IOException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID, name + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
    return new SourceFile(name, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which files a model was made from.
 *
 * @param files in the order of their names
 */
public record SourceDigest(List<SourceFile> files) {
  /** Files beside the weights that a model is made from, if they are there. */
  public static final List<String> COMPANIONS =
      List.of(
          "config.json",
          "generation_config.json",
          "preprocessor_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "vocab.json",
          "merges.txt");

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
    StringBuilder lines = new StringBuilder();
    for (SourceFile file : files) {
      lines.append(file.sha256()).append("  ").append(file.name()).append('\n');
    }
    return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  static SourceDigest of(Path folder, List<String> weightFiles) throws ModelException {
    TreeSet<String> names = new TreeSet<>(weightFiles);
    Stream.concat(COMPANIONS.stream(), Stream.of(ShardIndex.FILE))
        .filter(name -> Files.exists(folder.resolve(name)))
        .forEach(names::add);
    List<SourceFile> files = new ArrayList<>();
    for (String name : names) {
      files.add(digest(folder, name));
    }
    return new SourceDigest(files);
  }

  private static SourceFile digest(Path folder, String name) throws ModelException {
    Path file = folder.resolve(name);
    try {
      return new SourceFile(name, Files.size(file), Sha256.of(file));
    } catch (IOException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID, name + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }
}

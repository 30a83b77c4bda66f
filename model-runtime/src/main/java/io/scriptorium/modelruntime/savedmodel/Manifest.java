package io.scriptorium.modelruntime.savedmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Sha256;
import io.scriptorium.modelruntime.graph.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Vouches for a converted model: {@code manifest.json} beside the SavedModel.
 *
 * @param format version of this layout, {@value #FORMAT}
 * @param name what the model is called
 * @param matrices how the matrices are stored
 * @param source the checkpoint's files
 * @param files all other files of the folder
 */
public record Manifest(
    int format, String name, Storage matrices, List<FileEntry> source, List<FileEntry> files) {
  /** Changes whenever an older runtime could not use the folder, or the other way round. */
  public static final int FORMAT = 2;

  static final String FILE_NAME = "manifest.json";
  private static final long MAX_MANIFEST_BYTES = 1 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A file as it was when the manifest was written.
   *
   * @param path relative, with forward slashes
   * @param bytes its length
   * @param sha256 in hexadecimal
   */
  public record FileEntry(String path, long bytes, String sha256) {
    private static final int MAX_PATH = 1000;

    public FileEntry {
      if (path.isBlank() || path.length() > MAX_PATH) {
        throw new IllegalArgumentException("a path has " + path.length() + " characters");
      }
      if (bytes < 0) {
        throw new IllegalArgumentException(path + " has " + bytes + " bytes");
      }
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(path + " has a SHA-256 that is none");
      }
    }
  }

  public Manifest {
    source = List.copyOf(source);
    files = List.copyOf(files);
  }

  /**
   * Whether a folder has a manifest and is therefore a converted model rather than a checkpoint.
   */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE_NAME));
  }

  /** Reads the manifest of a folder; {@link #check} has still to be called. */
  public static Manifest read(Path folder) throws ModelException {
    Path file = folder.resolve(FILE_NAME);
    try {
      requireRegular(file, FILE_NAME);
      if (Files.size(file) > MAX_MANIFEST_BYTES) {
        throw invalid(file + " has " + Files.size(file) + " bytes, over " + MAX_MANIFEST_BYTES);
      }
      JsonNode root = JSON.readTree(file.toFile());
      if (!root.isObject()) {
        throw invalid(file + " is no manifest: it holds no object");
      }
      // Before all else: another format may have other fields.
      if (root.path("format").asInt() != FORMAT) {
        throw invalid(
            "%s has format %s, this version reads %d; convert the checkpoint again"
                .formatted(file, root.path("format").asInt(), FORMAT));
      }
      return JSON.treeToValue(root, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          Code.SAVED_MODEL_INVALID, file + " is no manifest: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ModelException(Code.SAVED_MODEL_INVALID, "cannot read " + file + ": " + e, e);
    }
  }

  /** Describes every file below a folder, which has no manifest yet. */
  static List<FileEntry> describe(Path folder) throws IOException {
    List<String> paths = filesBelow(folder);
    Map<Path, String> digests = Sha256.ofAll(paths.stream().map(folder::resolve).toList());
    List<FileEntry> entries = new ArrayList<>();
    for (String path : paths) {
      Path file = folder.resolve(path);
      entries.add(new FileEntry(path, Files.size(file), digests.get(file)));
    }
    return entries;
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE_NAME), JSON.writeValueAsBytes(this));
  }

  /**
   * Compares a folder with this manifest, file by file.
   *
   * @throws ModelException {@code SAVED_MODEL_INVALID} naming the first file that is missing, not
   *     listed, of another length or of another content
   */
  public void check(Path folder) throws ModelException {
    try {
      List<String> found =
          filesBelow(folder).stream().filter(path -> !path.equals(FILE_NAME)).toList();
      for (String path : found) {
        if (files.stream().noneMatch(entry -> entry.path.equals(path))) {
          throw invalid(path + " is not listed in the manifest of " + folder);
        }
      }
      for (FileEntry entry : files) {
        if (!found.contains(entry.path)) {
          throw invalid(entry.path + " is missing from " + folder);
        }
      }
      for (FileEntry entry : files) {
        requireLength(folder.resolve(entry.path), entry);
      }
      Map<Path, String> digests =
          Sha256.ofAll(files.stream().map(entry -> folder.resolve(entry.path)).toList());
      for (FileEntry entry : files) {
        requireDigest(digests.get(folder.resolve(entry.path)), entry);
      }
    } catch (IOException e) {
      throw new ModelException(Code.SAVED_MODEL_INVALID, "cannot read " + folder + ": " + e, e);
    }
  }

  private static void requireLength(Path file, FileEntry entry) throws IOException, ModelException {
    requireRegular(file, entry.path);
    long bytes = Files.size(file);
    if (bytes != entry.bytes) {
      throw invalid(
          "%s has %d bytes, its manifest says %d".formatted(entry.path, bytes, entry.bytes));
    }
  }

  private static void requireDigest(String sha256, FileEntry entry) throws ModelException {
    if (!sha256.equals(entry.sha256)) {
      throw invalid(
          "%s has SHA-256 %s, its manifest says %s".formatted(entry.path, sha256, entry.sha256));
    }
  }

  /** SHA-256 over the manifest, which stands for the whole model. */
  public String fingerprint() {
    try {
      return Sha256.of(JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  // A model is what lies in its folder; and a pipe would never end.
  private static void requireRegular(Path file, String name) throws ModelException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw invalid(name + " is a link or a device, not a file");
    }
  }

  /** Paths of everything but folders. The folder may be a link; links below are not followed. */
  private static List<String> filesBelow(Path folder) throws IOException {
    Path root = folder.toRealPath();
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ModelException invalid(String message) {
    return new ModelException(Code.SAVED_MODEL_INVALID, message);
  }
}

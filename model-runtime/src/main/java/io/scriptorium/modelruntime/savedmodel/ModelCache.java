package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Folders;
import io.scriptorium.modelruntime.files.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converted models, each made once. A checkpoint is known again by its place and by the name, size
 * and time of each of its files.
 */
public final class ModelCache {
  private static final int NAME_LENGTH = 24;

  private static final Object CONVERSION = new Object();

  private final Path folder;

  public ModelCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The cache of this user: {@code $SCRIPTORIUM_CACHE}, else {@code scriptorium} in {@code
   * $XDG_CACHE_HOME} or {@code ~/.cache}.
   */
  public static ModelCache ofUser() {
    String own = System.getenv("SCRIPTORIUM_CACHE");
    if (own != null && !own.isBlank()) {
      return new ModelCache(Path.of(own));
    }
    String shared = System.getenv("XDG_CACHE_HOME");
    Path base =
        shared != null && !shared.isBlank()
            ? Path.of(shared)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new ModelCache(base.resolve("scriptorium"));
  }

  /**
   * A folder that can be loaded: the given one if it is converted, else what it was converted to.
   *
   * @param model a converted model or a checkpoint
   * @param progress told only if there is something to convert
   */
  public Path resolve(Path model, Progress progress) throws ModelException {
    if (Manifest.isIn(model)) {
      return model;
    }
    if (!Files.isRegularFile(model.resolve("config.json"))) {
      throw new ModelException(
          Code.CHECKPOINT_MISSING,
          model + " is neither a converted model (manifest.json) nor a checkpoint (config.json)");
    }
    Path converted = folder.resolve("models").resolve(key(model));
    if (!Manifest.isIn(converted)) {
      convert(model, converted, progress);
    }
    return converted;
  }

  /**
   * The small model that comes with the program and reads pages, unpacked and converted on first
   * use.
   *
   * @param progress told only if there is something to convert
   */
  public Path bundledForReading(Progress progress) throws ModelException {
    return bundled(BundledModel.Task.READING, progress);
  }

  /**
   * The small model that comes with the program and finds key values in the text of a page,
   * unpacked and converted on first use.
   *
   * @param progress told only if there is something to convert
   */
  public Path bundledForKeyValues(Progress progress) throws ModelException {
    return bundled(BundledModel.Task.KEY_VALUES, progress);
  }

  private Path bundled(BundledModel.Task task, Progress progress) throws ModelException {
    createFolder(folder);
    return resolve(BundledModel.read(task).unpackedIn(folder), progress);
  }

  /** Converts under a lock: who comes second waits and finds the model there. */
  private void convert(Path checkpoint, Path converted, Progress progress) throws ModelException {
    createFolder(converted.getParent());
    Path lockFile = folder.resolve("conversions.lock");
    // A file lock keeps processes apart, but not the threads of one.
    synchronized (CONVERSION) {
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Manifest.isIn(converted)) {
          removeLeftovers(converted);
          ModelConverter.convert(checkpoint, converted, progress);
        }
      } catch (IOException e) {
        throw new ModelException(Code.OUTPUT_NOT_WRITTEN, "cannot lock " + lockFile + ": " + e, e);
      }
    }
  }

  /** Removes what a killed conversion left, gigabytes perhaps. */
  private static void removeLeftovers(Path converted) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(converted.getParent(), ModelConverter.partialsOf(converted))) {
      leftovers.forEach(Folders::delete);
    }
  }

  private static void createFolder(Path folder) throws ModelException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ModelException(
          Code.OUTPUT_NOT_WRITTEN, "cannot create the cache " + folder + ": " + e, e);
    }
  }

  private static String key(Path checkpoint) throws ModelException {
    StringBuilder identity = new StringBuilder("format " + Manifest.FORMAT + "\n");
    try (Stream<Path> entries = Files.list(checkpoint)) {
      identity.append(checkpoint.toRealPath()).append('\n');
      List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        identity
            .append(file.getFileName())
            .append('\t')
            .append(Files.size(file))
            .append('\t')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ModelException(
          Code.CHECKPOINT_MISSING, "cannot read the checkpoint " + checkpoint + ": " + e, e);
    }
    return Sha256.of(identity.toString().getBytes(StandardCharsets.UTF_8))
        .substring(0, NAME_LENGTH);
  }
}

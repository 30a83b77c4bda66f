package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Folders;
import io.scriptorium.modelruntime.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small Qwen2.5-VL that comes with the program: a checkpoint in the published layout among the
 * resources. There is one for each task, of about 13 MB and 7 MB; their card tells what they can do
 * and what they cannot.
 */
final class BundledModel {
  private static final String RESOURCES = "/io/scriptorium/modelruntime/bundled/";
  private static final List<String> FILES =
      List.of(
          "config.json",
          "generation_config.json",
          "preprocessor_config.json",
          "tokenizer.json",
          "tokenizer_config.json",
          "chat_template.json",
          "model.safetensors");

  private static final int DIGEST_LENGTH = 12;

  private final Task task;
  private final Map<String, byte[]> files = new TreeMap<>();

  /** What a bundled model has learnt. */
  enum Task {
    /** Reads pictures of pieces of pages. */
    READING("reading", "scriptorium-small-"),

    /** Finds key values in the text of a page; it is shown no pictures. */
    KEY_VALUES("key-values", "scriptorium-small-key-values-");

    private final String resources;
    private final String namePrefix;

    Task(String resources, String namePrefix) {
      this.resources = resources;
      this.namePrefix = namePrefix;
    }
  }

  private BundledModel(Task task) {
    this.task = task;
  }

  static BundledModel read(Task task) throws ModelException {
    BundledModel model = new BundledModel(task);
    for (String file : FILES) {
      String resource = RESOURCES + task.resources + "/" + file;
      try (InputStream in = BundledModel.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new ModelException(
              Code.CHECKPOINT_MISSING, "the program lacks the bundled model's " + file);
        }
        model.files.put(file, in.readAllBytes());
      } catch (IOException e) {
        throw new ModelException(
            Code.CHECKPOINT_MISSING, "cannot read the bundled model's " + file + ": " + e, e);
      }
    }
    return model;
  }

  /** Of all its bytes, so that another model never passes for this one. */
  String name() {
    StringBuilder digests = new StringBuilder();
    files.forEach((name, bytes) -> digests.append(name).append(Sha256.of(bytes)).append('\n'));
    return task.namePrefix
        + Sha256.of(digests.toString().getBytes(StandardCharsets.UTF_8))
            .substring(0, DIGEST_LENGTH);
  }

  /**
   * Its folder below the given one, which is written if it is not there: whole or not at all, also
   * if several processes do so at a time.
   */
  Path unpackedIn(Path folder) throws ModelException {
    Path target = folder.resolve(name());
    if (Files.isDirectory(target)) {
      return target;
    }
    Path partial = null;
    try {
      partial = Files.createTempDirectory(folder, "." + task.namePrefix);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(partial.resolve(file.getKey()), file.getValue());
      }
      Folders.sync(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process may have been faster.
      if (!Files.isDirectory(target)) {
        throw new ModelException(
            Code.OUTPUT_NOT_WRITTEN, "cannot unpack the bundled model to " + folder + ": " + e, e);
      }
    } finally {
      if (partial != null) {
        Folders.delete(partial);
      }
    }
    return target;
  }
}

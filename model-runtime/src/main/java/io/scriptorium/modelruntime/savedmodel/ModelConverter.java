package io.scriptorium.modelruntime.savedmodel;

import com.google.protobuf.CodedOutputStream;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.Checkpoint;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.SourceDigest;
import io.scriptorium.modelruntime.files.Folders;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.graph.ModelVariables;
import io.scriptorium.modelruntime.graph.Storage;
import io.scriptorium.modelruntime.graph.VariableSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.SavedModel;

/**
 * Converts a checkpoint into a SavedModel folder: the graph, its variables, the checkpoint's
 * configuration, tokenizer and preprocessing files, and a {@link Manifest}.
 *
 * <p>Weights pass through memory a layer at a time. The folder appears whole or not at all.
 */
public final class ModelConverter {
  private static final Logger log = LoggerFactory.getLogger(ModelConverter.class);

  private ModelConverter() {}

  /**
   * Converts.
   *
   * @param checkpointFolder a Hugging Face folder
   * @param out does not exist yet
   * @throws ModelException naming what is wrong with the checkpoint; {@code OUTPUT_NOT_WRITTEN} if
   *     {@code out} exists or cannot be written
   */
  public static void convert(Path checkpointFolder, Path out, Progress progress)
      throws ModelException {
    if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      throw new ModelException(Code.OUTPUT_NOT_WRITTEN, out + " exists already");
    }
    try (Checkpoint checkpoint = Checkpoint.open(checkpointFolder)) {
      warnOfUnused(checkpoint.validate());
      TensorFlowLibrary.load();
      Path target = out.toAbsolutePath().normalize();
      Path partial =
          target.resolveSibling(partialsOf(target).replace("*", UUID.randomUUID().toString()));
      try {
        Files.createDirectories(partial.resolve("variables"));
        write(checkpoint, checkpointFolder, partial, progress);
        Folders.sync(partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException
          | TensorFlowException
          | TFInvalidArgumentException
          | TFUnimplementedException e) {
        throw new ModelException(Code.OUTPUT_NOT_WRITTEN, "cannot write " + out + ": " + e, e);
      } finally {
        Folders.delete(partial);
      }
    }
  }

  private static void warnOfUnused(List<String> tensors) {
    if (!tensors.isEmpty()) {
      log.warn("{} tensors are not used, the first is {}", tensors.size(), tensors.get(0));
    }
  }

  /** Pattern of the names under which a model is written before it gets its own. */
  static String partialsOf(Path target) {
    return "." + target.getFileName() + ".*.partial";
  }

  private static void write(
      Checkpoint checkpoint, Path checkpointFolder, Path folder, Progress progress)
      throws ModelException, IOException {
    Storage storage = storageOf(checkpoint);
    SourceDigest source = checkpoint.digest();
    writeVariables(checkpoint, storage, folder, progress);
    SavedModel model =
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(ModelGraph.build(checkpoint.config(), storage))
            .build();
    try (OutputStream file = Files.newOutputStream(folder.resolve("saved_model.pb"))) {
      CodedOutputStream out = CodedOutputStream.newInstance(file);
      // The same checkpoint gives the same bytes; maps would be in any order otherwise.
      out.useDeterministicSerialization();
      model.writeTo(out);
      out.flush();
    }
    for (String companion : SourceDigest.COMPANIONS) {
      Path from = checkpointFolder.resolve(companion);
      if (Files.isRegularFile(from)) {
        Files.copy(from, folder.resolve(companion));
      }
    }
    new Manifest(
            Manifest.FORMAT,
            nameOf(checkpointFolder),
            storage,
            source.files().stream()
                .map(file -> new Manifest.FileEntry(file.name(), file.size(), file.sha256()))
                .toList(),
            Manifest.describe(folder))
        .write(folder);
  }

  private static String nameOf(Path checkpointFolder) {
    Path name = checkpointFolder.toAbsolutePath().normalize().getFileName();
    return name == null ? "checkpoint" : name.toString();
  }

  private static void writeVariables(
      Checkpoint checkpoint, Storage storage, Path folder, Progress progress)
      throws ModelException {
    List<List<VariableSpec>> groups = ModelVariables.groups(checkpoint.config(), storage);
    long total = 0;
    for (List<VariableSpec> group : groups) {
      total += bytes(group);
    }
    VariableWriter writer = new VariableWriter(checkpoint, folder.resolve("variables"));
    long done = 0;
    for (List<VariableSpec> group : groups) {
      progress.bytes(done, total);
      writer.write(group);
      done += bytes(group);
    }
    writer.finish();
    progress.bytes(total, total);
  }

  private static long bytes(List<VariableSpec> group) {
    return group.stream().mapToLong(VariableSpec::bytes).sum();
  }

  /** A checkpoint that is bfloat16 throughout stays so; every other is kept in float32. */
  private static Storage storageOf(Checkpoint checkpoint) {
    boolean bfloat16 =
        checkpoint.tensors().stream().allMatch(tensor -> tensor.dtype() == Dtype.BF16);
    return bfloat16 ? Storage.BFLOAT16 : Storage.FLOAT32;
  }
}

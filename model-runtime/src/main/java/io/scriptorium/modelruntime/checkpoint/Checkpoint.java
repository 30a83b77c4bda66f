package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An open checkpoint: its configuration and its tensors under their canonical names, whatever style
 * the files use and however many they are.
 *
 * <pre>{@code
 * try (Checkpoint checkpoint = Checkpoint.open(folder)) {
 *   checkpoint.validate();
 *   CheckpointTensor norm = checkpoint.tensor("model.language_model.norm.weight");
 * }
 * }</pre>
 *
 * <p>May be read by many threads. Whoever opens it closes it.
 */
public final class Checkpoint implements AutoCloseable {
  private final Path folder;
  private final ModelConfig config;
  private final List<SafetensorsFile> files;
  private final Map<String, CheckpointTensor> tensors;

  private Checkpoint(
      Path folder,
      ModelConfig config,
      List<SafetensorsFile> files,
      Map<String, CheckpointTensor> tensors) {
    this.folder = folder;
    this.config = config;
    this.files = List.copyOf(files);
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /**
   * Opens the checkpoint in a folder: config.json, and model.safetensors or the files that
   * model.safetensors.index.json names.
   *
   * @throws ModelException if a file is missing or damaged, or two of them contradict each other
   */
  public static Checkpoint open(Path folder) throws ModelException {
    ModelConfig config = ModelConfig.read(folder);
    ShardReader shards = new ShardReader(folder);
    try {
      shards.open();
      return new Checkpoint(folder, config, shards.files(), shards.tensors());
    } catch (ModelException | RuntimeException e) {
      shards.close();
      throw e;
    }
  }

  public ModelConfig config() {
    return config;
  }

  /** Every tensor, in the order of the files. */
  public Collection<CheckpointTensor> tensors() {
    return tensors.values();
  }

  /**
   * A tensor by its canonical name.
   *
   * @throws ModelException {@code TENSOR_MISSING} if there is none
   */
  public CheckpointTensor tensor(String canonicalName) throws ModelException {
    CheckpointTensor tensor = tensors.get(canonicalName);
    if (tensor == null) {
      throw new ModelException(
          Code.TENSOR_MISSING, "tensor " + canonicalName + " is missing from the checkpoint");
    }
    return tensor;
  }

  /**
   * Checks that every tensor the configuration asks for is there, with its exact shape and in a
   * format that holds weights.
   *
   * @return names of tensors that the model does not use, which is worth a warning
   * @throws ModelException {@code TENSOR_MISSING} or {@code TENSOR_INVALID}, for the first that is
   *     wrong
   */
  public List<String> validate() throws ModelException {
    return CheckpointValidator.validate(TensorCatalogue.of(config), tensors);
  }

  /**
   * Size and SHA-256 of each file that makes up the model. Reads all of them, which takes as long
   * as the disk takes.
   */
  public SourceDigest digest() throws ModelException {
    return SourceDigest.of(folder, files.stream().map(SafetensorsFile::name).toList());
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}

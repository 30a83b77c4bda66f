package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens the files of a checkpoint and holds them against their index. */
final class ShardReader implements AutoCloseable {
  static final String SINGLE_FILE = "model.safetensors";

  private final Path folder;
  private final List<SafetensorsFile> files = new ArrayList<>();
  private final Map<String, CheckpointTensor> tensors = new LinkedHashMap<>();

  ShardReader(Path folder) {
    this.folder = folder;
  }

  void open() throws ModelException {
    if (Files.exists(folder.resolve(SINGLE_FILE))) {
      collect(openFile(SINGLE_FILE));
    } else if (Files.exists(folder.resolve(ShardIndex.FILE))) {
      openIndexed(ShardIndex.read(folder));
    } else {
      throw new ModelException(
          Code.CHECKPOINT_MISSING,
          "neither %s nor %s is in the checkpoint".formatted(SINGLE_FILE, ShardIndex.FILE));
    }
  }

  /** By canonical name. */
  Map<String, CheckpointTensor> tensors() {
    return tensors;
  }

  List<SafetensorsFile> files() {
    return files;
  }

  private void openIndexed(ShardIndex index) throws ModelException {
    for (String name : index.files()) {
      SafetensorsFile file = openFile(name);
      for (String tensor : file.tensors().keySet()) {
        if (!index.fileOfTensor().containsKey(tensor)) {
          throw new ModelException(
              Code.CHECKPOINT_INVALID,
              "%s holds tensor %s, which %s does not list"
                  .formatted(name, Labels.shorten(tensor), ShardIndex.FILE));
        }
      }
      collect(file);
    }
    for (Map.Entry<String, String> entry : index.fileOfTensor().entrySet()) {
      String canonical = TensorNames.canonical(entry.getKey());
      CheckpointTensor tensor = tensors.get(canonical);
      if (tensor == null || !tensor.fileName().equals(entry.getValue())) {
        throw new ModelException(
            Code.TENSOR_MISSING,
            "tensor %s is not in %s, where %s puts it"
                .formatted(Labels.shorten(entry.getKey()), entry.getValue(), ShardIndex.FILE));
      }
    }
  }

  private SafetensorsFile openFile(String name) throws ModelException {
    SafetensorsFile file = SafetensorsFile.open(folder.resolve(name));
    files.add(file);
    return file;
  }

  private void collect(SafetensorsFile file) throws ModelException {
    for (CheckpointTensor stored : file.tensors().values()) {
      CheckpointTensor tensor = stored.named(TensorNames.canonical(stored.name()));
      CheckpointTensor other = tensors.putIfAbsent(tensor.name(), tensor);
      if (other != null) {
        throw new ModelException(
            Code.TENSOR_INVALID,
            "tensor %s is there twice, in %s and in %s"
                .formatted(Labels.shorten(tensor.name()), other.fileName(), file.name()));
      }
    }
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}

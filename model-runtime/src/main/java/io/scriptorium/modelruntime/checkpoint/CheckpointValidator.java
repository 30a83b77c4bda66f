package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the tensors of a checkpoint against those its configuration asks for. */
final class CheckpointValidator {
  // Some saves keep this table, which follows from the configuration.
  private static final String ROTARY_TABLE = ".inv_freq";

  private CheckpointValidator() {}

  /** Returns the names of tensors nobody asked for. */
  static List<String> validate(TensorCatalogue catalogue, Map<String, CheckpointTensor> tensors)
      throws ModelException {
    Set<String> unused = new HashSet<>(tensors.keySet());
    for (TensorSpec spec : catalogue.tensors()) {
      check(spec, tensors);
      unused.remove(spec.name());
    }
    return unused.stream()
        .filter(name -> !name.endsWith(ROTARY_TABLE))
        .sorted()
        .map(Labels::shorten)
        .toList();
  }

  private static void check(TensorSpec spec, Map<String, CheckpointTensor> tensors)
      throws ModelException {
    CheckpointTensor tensor = tensors.get(spec.name());
    if (tensor == null) {
      throw new ModelException(
          Code.TENSOR_MISSING,
          "tensor %s of shape %s is missing from the checkpoint"
              .formatted(spec.name(), spec.shape()));
    }
    if (!tensor.shape().equals(spec.shape())) {
      throw new ModelException(
          Code.TENSOR_INVALID,
          "tensor %s has shape %s; the configuration asks for %s"
              .formatted(spec.name(), tensor.shape(), spec.shape()));
    }
    if (!tensor.dtype().holdsWeights()) {
      throw new ModelException(
          Code.TENSOR_INVALID,
          "tensor %s is stored as %s; weights are read from F32, BF16 or F16"
              .formatted(spec.name(), tensor.dtype()));
    }
  }
}

package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import java.util.Comparator;
import java.util.List;

/** Checks that the tensors of a file fill its data exactly: no overlap, no hole, no rest. */
final class SafetensorsLayout {
  private SafetensorsLayout() {}

  static void check(String file, List<StoredTensor> tensors, long dataSize) throws ModelException {
    for (StoredTensor tensor : tensors) {
      checkAlone(file, tensor, dataSize);
    }
    List<StoredTensor> byPlace =
        tensors.stream()
            .sorted(
                Comparator.comparingLong(StoredTensor::begin).thenComparingLong(StoredTensor::end))
            .toList();
    long end = 0;
    for (StoredTensor tensor : byPlace) {
      if (tensor.begin() < end) {
        throw invalid(
            file,
            tensor,
            "begins at byte %d, inside the tensor that ends at %d".formatted(tensor.begin(), end));
      }
      if (tensor.begin() > end) {
        throw invalid(
            file, tensor, "begins at byte %d, after a hole from %d".formatted(tensor.begin(), end));
      }
      end = tensor.end();
    }
    if (end != dataSize) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID,
          "%s: the tensors end at byte %d, the data at %d".formatted(file, end, dataSize));
    }
  }

  private static void checkAlone(String file, StoredTensor tensor, long dataSize)
      throws ModelException {
    if (tensor.begin() > tensor.end()) {
      throw invalid(
          file,
          tensor,
          "ends at byte %d, before its begin %d".formatted(tensor.end(), tensor.begin()));
    }
    if (tensor.end() > dataSize) {
      throw invalid(file, tensor, "ends at byte %d of %d".formatted(tensor.end(), dataSize));
    }
    long expected;
    try {
      expected = tensor.expectedSize();
    } catch (ArithmeticException e) {
      throw invalid(file, tensor, "has a shape too large to count: " + tensor.shape());
    }
    if (tensor.size() != expected) {
      throw invalid(
          file,
          tensor,
          "has %d bytes; %s of shape %s needs %d"
              .formatted(tensor.size(), tensor.dtype(), tensor.shape(), expected));
    }
  }

  private static ModelException invalid(String file, StoredTensor tensor, String what) {
    return new ModelException(
        Code.TENSOR_INVALID,
        "%s: tensor %s %s".formatted(file, Labels.shorten(tensor.name()), what));
  }
}

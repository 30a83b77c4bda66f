package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.fixtures.SafetensorsBuilder.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.fixtures.SafetensorsBuilder;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointValidatorTest {
  private static final TensorCatalogue WANTED =
      new TensorCatalogue(List.of(TensorSpec.of("a", 2, 3), TensorSpec.of("b", 1)));

  @TempDir Path folder;

  @Test
  void acceptsEveryFormatThatHoldsWeights() throws Exception {
    assertThat(
            validate(
                safetensors()
                    .tensor("a", "F16", List.of(2L, 3L), new byte[12])
                    .tensor("b", "BF16", List.of(1L), new byte[2])))
        .isEmpty();
  }

  @Test
  void listsTensorsThatNobodyUsesExceptRotaryTables() throws Exception {
    assertThat(
            validate(
                safetensors()
                    .floats("z", List.of(1L), 1)
                    .floats("model.rotary_emb.inv_freq", List.of(1L), 1)
                    .floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
                    .floats("b", List.of(1L), 1)
                    .floats("c", List.of(1L), 1)))
        .containsExactly("c", "z");
  }

  @Test
  void namesAMissingTensorAndItsShape() {
    assertRefused(
        safetensors().floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6),
        Code.TENSOR_MISSING,
        "tensor b of shape [1] is missing from the checkpoint");
  }

  @Test
  void namesATensorOfAnotherShape() {
    assertRefused(
        safetensors().floats("a", List.of(3L, 2L), 1, 2, 3, 4, 5, 6).floats("b", List.of(1L), 1),
        Code.TENSOR_INVALID,
        "tensor a has shape [3, 2]; the configuration asks for [2, 3]");
  }

  @Test
  void namesATensorWhoseFormatHoldsNoWeights() {
    assertRefused(
        safetensors()
            .floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
            .tensor("b", "F8_E4M3", List.of(1L), new byte[1]),
        Code.TENSOR_INVALID,
        "tensor b is stored as F8_E4M3; weights are read from F32, BF16 or F16");
  }

  private void assertRefused(SafetensorsBuilder builder, Code code, String message) {
    ModelException e = catchThrowableOfType(ModelException.class, () -> validate(builder));
    assertThat(e).isNotNull().hasMessage(message);
    assertThat(e.code()).isEqualTo(code);
  }

  private List<String> validate(SafetensorsBuilder builder) throws ModelException {
    try (SafetensorsFile file =
        SafetensorsFile.open(builder.write(folder.resolve("model.safetensors")))) {
      return CheckpointValidator.validate(WANTED, file.tensors());
    }
  }
}

package io.scriptorium.modelruntime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.checkpoint.TensorCatalogue;
import io.scriptorium.modelruntime.checkpoint.TensorSpec;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVariablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"tiny", "3b", "7b", "32b", "72b"})
  void takeEachTensorOfACheckpointOnce(String shape) throws Exception {
    ModelConfig config = ModelShapes.resolve(shape);

    assertThat(
            variables(config, Storage.BFLOAT16).stream().flatMap(spec -> spec.sources().stream()))
        .containsExactlyInAnyOrderElementsOf(
            TensorCatalogue.of(config).tensors().stream().map(TensorSpec::name).toList());
  }

  @Test
  void keepEachNumberOfACheckpoint() throws Exception {
    ModelConfig config = ModelShapes.resolve("7b");

    long bytes = variables(config, Storage.FLOAT32).stream().mapToLong(VariableSpec::bytes).sum();

    assertThat(bytes).isEqualTo(4 * 8_292_166_656L);
  }

  @Test
  void keepVectorsInFloat32() {
    assertThat(variables(ModelShapes.tiny(), Storage.BFLOAT16))
        .allMatch(spec -> (spec.storage() == Storage.FLOAT32) == (spec.shape().size() == 1));
  }

  @Test
  void haveTheSameNamesInEveryCountry() {
    List<VariableSpec> here = variables(ModelShapes.tiny(), Storage.FLOAT32);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(variables(ModelShapes.tiny(), Storage.FLOAT32)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<VariableSpec> variables(ModelConfig config, Storage storage) {
    return ModelVariables.groups(config, storage).stream().flatMap(List::stream).toList();
  }
}

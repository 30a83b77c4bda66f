package io.scriptorium.modelruntime.checkpoint;

import static io.scriptorium.fixtures.SafetensorsBuilder.safetensors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String NORM = "model.language_model.norm.weight";

  @TempDir Path folder;

  @BeforeEach
  void writeTheConfiguration() {
    ConfigJson.released(ConfigJson.Size.B3).write(folder);
  }

  @Test
  void findsTensorsOfEitherStyleByTheirCanonicalName() throws Exception {
    safetensors()
        .floats("model.norm.weight", List.of(1L), 1)
        .floats("visual.merger.ln_q.weight", List.of(1L), 2)
        .floats("model.language_model.embed_tokens.weight", List.of(1L), 3)
        .write(folder.resolve("model.safetensors"));

    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertThat(checkpoint.tensor(NORM).shape()).containsExactly(1L);
      assertThat(checkpoint.tensors())
          .extracting(CheckpointTensor::name)
          .containsExactly(
              NORM, "model.visual.merger.ln_q.weight", "model.language_model.embed_tokens.weight");
    }
  }

  @Test
  void collectsTheTensorsOfSeveralFiles() throws Exception {
    shard("one.safetensors", "model.norm.weight");
    shard("two.safetensors", "lm_head.weight");
    index("'model.norm.weight':'one.safetensors','lm_head.weight':'two.safetensors'");

    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertThat(checkpoint.tensor(NORM).fileName()).isEqualTo("one.safetensors");
      assertThat(checkpoint.tensor("lm_head.weight").fileName()).isEqualTo("two.safetensors");
    }
  }

  @Test
  void namesATensorThatIsMissing() throws Exception {
    safetensors().write(folder.resolve("model.safetensors"));

    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertRefused(
          () -> checkpoint.tensor("lm_head.weight"),
          Code.TENSOR_MISSING,
          "tensor lm_head.weight is missing from the checkpoint");
    }
  }

  @Test
  void saysWhenThereAreNoWeights() {
    assertOpenRefused(
        Code.CHECKPOINT_MISSING,
        "neither model.safetensors nor model.safetensors.index.json is in the checkpoint");
  }

  @Test
  void namesAMissingShard() throws IOException {
    index("'model.norm.weight':'one.safetensors'");

    assertOpenRefused(Code.CHECKPOINT_MISSING, "one.safetensors is missing from the checkpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'../one.safetensors'",
        "'/etc/one.safetensors'",
        "'a/one.safetensors'",
        "'a\\\\one.safetensors'",
        "'..'",
        "'.safetensors'",
        "''",
        "'one.bin'",
        "'one.safetensors\\n'",
        "'one\\u0000.safetensors'",
        "null",
        "7"
      })
  void refusesAShardNameThatIsNotPlain(String name) throws IOException {
    index("'model.norm.weight':" + name);

    assertOpenRefused(
        Code.CHECKPOINT_INVALID,
        "model.safetensors.index.json puts tensor model.norm.weight into "
            + name.replace('\'', '"')
            + ", which is no plain name of a safetensors file");
  }

  @Test
  void refusesATensorThatIsInTwoFiles() throws IOException {
    shard("one.safetensors", "model.norm.weight");
    shard("two.safetensors", "model.norm.weight", "lm_head.weight");
    index("'model.norm.weight':'one.safetensors','lm_head.weight':'two.safetensors'");

    assertOpenRefused(
        Code.TENSOR_INVALID,
        "tensor " + NORM + " is there twice, in one.safetensors and in two.safetensors");
  }

  @Test
  void refusesATensorUnderBothOfItsNames() throws IOException {
    shard("model.safetensors", "model.norm.weight", NORM);

    assertOpenRefused(Code.TENSOR_INVALID, "tensor " + NORM + " is there twice");
  }

  @Test
  void refusesATensorThatIsInAnotherFileThanTheIndexSays() throws IOException {
    shard("one.safetensors", "model.norm.weight");
    shard("two.safetensors", "lm_head.weight");
    index("'model.norm.weight':'two.safetensors','lm_head.weight':'one.safetensors'");

    assertOpenRefused(
        Code.TENSOR_MISSING,
        "tensor model.norm.weight is not in two.safetensors, where model.safetensors.index.json");
  }

  @Test
  void refusesATensorThatIsInNoFile() throws IOException {
    shard("one.safetensors", "model.norm.weight");
    index("'model.norm.weight':'one.safetensors','lm_head.weight':'one.safetensors'");

    assertOpenRefused(
        Code.TENSOR_MISSING, "tensor lm_head.weight is not in one.safetensors, where");
  }

  @Test
  void refusesATensorTheIndexDoesNotList() throws IOException {
    shard("one.safetensors", "model.norm.weight", "lm_head.weight");
    index("'model.norm.weight':'one.safetensors'");

    assertOpenRefused(
        Code.CHECKPOINT_INVALID,
        "one.safetensors holds tensor lm_head.weight, which model.safetensors.index.json does not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"weight_map\": {}}", "{\"weight_map\": []}"})
  void refusesAnIndexWithoutTensors(String json) throws IOException {
    Files.writeString(folder.resolve("model.safetensors.index.json"), json);

    assertOpenRefused(Code.CHECKPOINT_INVALID, "model.safetensors.index.json has no weight_map");
  }

  @Test
  void refusesAnIndexThatListsATensorTwice() throws IOException {
    index("'lm_head.weight':'one.safetensors','lm_head.weight':'two.safetensors'");

    assertOpenRefused(
        Code.CHECKPOINT_INVALID,
        "model.safetensors.index.json is not valid JSON: Duplicate field 'lm_head.weight'");
  }

  private void shard(String name, String... tensors) {
    var builder = safetensors();
    for (String tensor : tensors) {
      builder.floats(tensor, List.of(1L), 1);
    }
    builder.write(folder.resolve(name));
  }

  private void index(String weightMap) throws IOException {
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\":{%s}}".formatted(weightMap.replace('\'', '"')));
  }

  private void assertOpenRefused(Code code, String message) {
    assertRefused(() -> Checkpoint.open(folder).close(), code, message);
  }

  private void assertRefused(ThrowingCallable call, Code code, String message) {
    ModelException e = catchThrowableOfType(ModelException.class, call);
    assertThat(e).isNotNull().hasMessageContaining(message);
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.getMessage()).doesNotContain(folder.toString());
  }
}

package io.scriptorium.modelruntime.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.graph.Arithmetic;
import io.scriptorium.modelruntime.graph.ModelGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class LoadedModelTest {
  @TempDir static Path shared;
  private static Path original;

  @TempDir Path parent;
  private Path folder;

  @BeforeAll
  static void convert() throws Exception {
    Path checkpoint = TestModels.randomCheckpoint(shared.resolve("checkpoint"), Dtype.F32);
    original = TestModels.convert(checkpoint, shared.resolve("model"));
  }

  @BeforeEach
  void copy() throws IOException {
    folder = CheckpointCopy.of(original, parent.resolve("model")).folder();
  }

  @Test
  void knowsItsConfigurationAndItsManifest() throws Exception {
    try (LoadedModel model = LoadedModel.load(folder, RuntimeOptions.DEFAULTS)) {
      assertThat(model.config()).isEqualTo(ModelShapes.tiny());
      assertThat(model.manifest()).isEqualTo(Manifest.read(original));
      assertThat(model.device().name()).isNotBlank();
    }
  }

  @Test
  void canBeMovedAfterItWasConverted() throws Exception {
    Path moved = Files.move(folder, parent.resolve("elsewhere"));

    try (LoadedModel model = LoadedModel.load(moved, RuntimeOptions.DEFAULTS)) {
      assertThat(model.arithmetic(ModelGraph.DECODE)).isEqualTo(Arithmetic.FLOAT32);
    }
  }

  @Test
  void isLoadedFromWhereALinkLeads() throws Exception {
    Path link = Files.createSymbolicLink(parent.resolve("current"), folder);

    try (LoadedModel model = LoadedModel.load(link, RuntimeOptions.DEFAULTS)) {
      assertThat(model.folder()).isEqualTo(folder.toRealPath());
    }
  }

  @Test
  void computesInBfloat16OnlyWhereTheMatricesAre() {
    assertRefused(
        TestModels.BFLOAT16,
        Code.SAVED_MODEL_INVALID,
        "are stored as float32; bfloat16 arithmetic needs bfloat16");
  }

  @Test
  void decodesBfloat16MatricesAsTheyAre() throws Exception {
    Path checkpoint = TestModels.oldStyle().resolve("checkpoint");
    Path converted = TestModels.convert(checkpoint, parent.resolve("bfloat16"));

    try (LoadedModel model = LoadedModel.load(converted, RuntimeOptions.DEFAULTS)) {
      assertThat(model.arithmetic(ModelGraph.DECODE)).isEqualTo(Arithmetic.BFLOAT16);
      assertThat(model.arithmetic(ModelGraph.VISION))
          .isEqualTo(model.device().fastBfloat16() ? Arithmetic.BFLOAT16 : Arithmetic.FLOAT32);
    }
    try (LoadedModel model = LoadedModel.load(converted, TestModels.FLOAT32)) {
      assertThat(model.arithmetic(ModelGraph.DECODE)).isEqualTo(Arithmetic.FLOAT32);
    }
  }

  /** The manifest is written anew over each change: it vouches for nobody's good will. */
  @Nested
  class Graphs {
    @ParameterizedTest
    @ValueSource(strings = {"ReadFile", "WriteFile", "PyFunc"})
    void withAForbiddenOperationAreRefused(String operation) throws Exception {
      change(
          graph ->
              graph.getGraphDefBuilder().addNodeBuilder().setName("innocent").setOp(operation));

      assertRefused(Code.SAVED_MODEL_FORBIDDEN_OP, operation);
    }

    @Test
    void withAChangedSignatureAreRefused() throws Exception {
      change(graph -> graph.putSignatureDef("prefill", graph.getSignatureDefOrThrow("decode")));

      assertRefused(
          Code.SAVED_MODEL_INVALID,
          "saved_model.pb has a signature prefill with other inputs or outputs");
    }

    @Test
    void thatAreNoneAreRefused() throws Exception {
      Files.writeString(folder.resolve("saved_model.pb"), "not a protocol buffer");
      vouch();

      assertRefused(Code.SAVED_MODEL_INVALID, "saved_model.pb is no SavedModel");
    }

    @Test
    void ofAnotherConfigurationAreRefused() throws Exception {
      new CheckpointCopy(folder)
          .edit("config.json", json -> json.withObject("/vision_config").put("window_size", 56));
      vouch();

      assertRefused(Code.SAVED_MODEL_INVALID, "has a signature vision with other");
    }

    private void change(Consumer<MetaGraphDef.Builder> change) throws Exception {
      Path file = folder.resolve("saved_model.pb");
      SavedModel.Builder model = SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
      change.accept(model.getMetaGraphsBuilder(0));
      Files.write(file, model.build().toByteArray());
      vouch();
    }

    private void vouch() throws Exception {
      Manifest old = Manifest.read(folder);
      Files.delete(folder.resolve("manifest.json"));
      new Manifest(
              old.format(), old.name(), old.matrices(), old.source(), Manifest.describe(folder))
          .write(folder);
    }
  }

  @Nested
  class Calls {
    @Test
    void refuseSignaturesAndInputsThatDoNotExist() throws Exception {
      try (LoadedModel model = LoadedModel.load(folder, RuntimeOptions.DEFAULTS);
          TInt32 ids = Tensors.ints(new int[] {1}, 1);
          TFloat32 floats = Tensors.floats(new float[] {1}, 1)) {
        assertInvalid(() -> model.call("encode"), "saved_model.pb has no signature encode");
        assertInvalid(
            () -> model.call("decode").feed("words", ids),
            "signature decode of saved_model.pb has no input words");
        assertInvalid(
            () -> model.call("decode").feed("ids", floats), "takes DT_INT32 as ids, not DT_FLOAT");
        assertInvalid(() -> model.call("decode").feed("ids", ids).run(), "not [ids]");
      }
    }

    @Test
    void failWithTheWordsOfTensorFlow() throws Exception {
      try (LoadedModel model = LoadedModel.load(folder, RuntimeOptions.DEFAULTS);
          TInt32 rows = Tensors.ints(new int[] {9}, 1, 1);
          TFloat32 cache = Tensors.floats(new float[3 * 2 * 16], 3, 2, 1, 16)) {
        ModelException failure =
            catchThrowableOfType(
                ModelException.class,
                () ->
                    model
                        .call(ModelGraph.PACK_CACHE)
                        .feed("rows", rows)
                        .feed("keys", cache)
                        .feed("values", cache)
                        .run());

        assertThat(failure).hasMessageContaining("TensorFlow failed in pack_cache");
        assertThat(failure.code()).isEqualTo(Code.MODEL_FAILED);
      }
    }

    private void assertInvalid(ThrowingCallable call, String message) {
      ModelException refusal = catchThrowableOfType(ModelException.class, call);
      assertThat(refusal).hasMessageContaining(message);
      assertThat(refusal.code()).isEqualTo(Code.SAVED_MODEL_INVALID);
    }
  }

  private void assertRefused(Code code, String message) {
    assertRefused(RuntimeOptions.DEFAULTS, code, message);
  }

  private void assertRefused(RuntimeOptions options, Code code, String message) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> LoadedModel.load(folder, options));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(code);
  }
}

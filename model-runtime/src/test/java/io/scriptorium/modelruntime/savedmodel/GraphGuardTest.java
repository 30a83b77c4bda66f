package io.scriptorium.modelruntime.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelShapes;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.graph.Storage;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

class GraphGuardTest {
  private static MetaGraphDef written;

  @BeforeAll
  static void build() {
    written = ModelGraph.build(ModelShapes.tiny(), Storage.BFLOAT16);
  }

  @ParameterizedTest
  @EnumSource(Storage.class)
  void allowsWhatTheExporterWritesAndNothingElse(Storage storage) {
    MetaGraphDef graph = ModelGraph.build(ModelShapes.tiny(), storage);

    assertThat(graph.getGraphDef().getNodeList().stream().map(NodeDef::getOp).distinct())
        .containsExactlyInAnyOrderElementsOf(GraphGuard.ALLOWED);
  }

  @Test
  void letsTheExportersOwnGraphPass() {
    assertThatCode(() -> check(graph -> {})).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReadFile",
        "WriteFile",
        "PyFunc",
        "EagerPyFunc",
        "SaveV2",
        "PrintV2",
        "StatefulPartitionedCall"
      })
  void namesAnOperationThatIsForbidden(String operation) {
    assertRefused(
        graph -> graph.getGraphDefBuilder().addNodeBuilder().setName("innocent").setOp(operation),
        Code.SAVED_MODEL_FORBIDDEN_OP,
        "operations that this project never writes: [" + operation + "]");
  }

  @Test
  void namesEachForbiddenOperationOnce() {
    assertRefused(
        graph -> {
          graph.getGraphDefBuilder().addNodeBuilder().setName("a").setOp("WriteFile");
          graph.getGraphDefBuilder().addNodeBuilder().setName("b").setOp("ReadFile");
          graph.getGraphDefBuilder().addNodeBuilder().setName("c").setOp("WriteFile");
        },
        Code.SAVED_MODEL_FORBIDDEN_OP,
        "[ReadFile, WriteFile]");
  }

  @Test
  void refusesFunctions() {
    assertInvalid(
        graph ->
            graph
                .getGraphDefBuilder()
                .getLibraryBuilder()
                .addFunction(FunctionDef.getDefaultInstance()),
        "has a library of functions");
  }

  @Test
  void refusesCollectionsAndAssets() {
    assertInvalid(
        graph -> graph.putCollectionDef("saved_model_main_op", CollectionDef.getDefaultInstance()),
        "has collections or assets");
    assertInvalid(
        graph -> graph.addAssetFileDef(AssetFileDef.getDefaultInstance()),
        "has collections or assets");
  }

  @Test
  void refusesVariablesFromAnotherTensorThanThePrefix() {
    assertInvalid(
        graph -> restore(graph).setInput(0, "elsewhere"),
        "restores variables from somewhere else than its own folder");
    assertInvalid(
        graph -> restore(graph).clearInput(),
        "restores variables from somewhere else than its own folder");
  }

  @Test
  void refusesAPrefixThatIsAConstant() {
    assertInvalid(
        graph -> node(graph, "save.prefix").setOp("Const"),
        "restores variables from somewhere else than its own folder");
  }

  @Test
  void refusesAPrefixThatIsAnotherOutput() {
    assertInvalid(
        graph -> {
          graph.getSaverDefBuilder().setFilenameTensorName("paths:1");
          restore(graph).setInput(0, "paths:1");
        },
        "restores variables in another way than this version writes");
  }

  @Test
  void refusesASignatureWithAnotherShape() {
    assertInvalid(
        graph -> {
          SignatureDef.Builder vision = written.getSignatureDefOrThrow("vision").toBuilder();
          TensorInfo.Builder patches = vision.getInputsOrThrow("patches").toBuilder();
          patches.getTensorShapeBuilder().getDimBuilder(1).setSize(7);
          graph.putSignatureDef("vision", vision.putInputs("patches", patches.build()).build());
        },
        "has a signature vision with other inputs or outputs");
  }

  @Test
  void refusesASignatureThatIsMissingOrUnknown() {
    assertInvalid(graph -> graph.removeSignatureDef("decode"), "has no signature decode");
    assertInvalid(
        graph -> graph.putSignatureDef("__saved_model_init_op", SignatureDef.getDefaultInstance()),
        "has a signature __saved_model_init_op that this version never writes");
  }

  @Test
  void refusesSeveralGraphsAndNone() {
    SavedModel none = SavedModel.getDefaultInstance();
    SavedModel two = SavedModel.newBuilder().addMetaGraphs(written).addMetaGraphs(written).build();

    assertThat(refusal(none)).hasMessage("saved_model.pb has 0 graphs instead of one");
    assertThat(refusal(two)).hasMessage("saved_model.pb has 2 graphs instead of one");
  }

  private static NodeDef.Builder node(MetaGraphDef.Builder graph, String name) {
    return graph.getGraphDefBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static NodeDef.Builder restore(MetaGraphDef.Builder graph) {
    return graph.getGraphDefBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOp().equals("RestoreV2"))
        .findFirst()
        .orElseThrow();
  }

  private static void check(Consumer<MetaGraphDef.Builder> change) throws ModelException {
    MetaGraphDef.Builder graph = written.toBuilder();
    change.accept(graph);
    GraphGuard.check(SavedModel.newBuilder().addMetaGraphs(graph).build(), written);
  }

  private static void assertInvalid(Consumer<MetaGraphDef.Builder> change, String message) {
    assertRefused(change, Code.SAVED_MODEL_INVALID, message);
  }

  private static void assertRefused(
      Consumer<MetaGraphDef.Builder> change, Code code, String message) {
    ModelException refusal = catchThrowableOfType(ModelException.class, () -> check(change));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.code()).isEqualTo(code);
  }

  private static ModelException refusal(SavedModel model) {
    return catchThrowableOfType(ModelException.class, () -> GraphGuard.check(model, written));
  }
}

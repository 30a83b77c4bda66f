package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;

/**
 * Refuses graphs that this project did not write. A SavedModel is a program: some operations read
 * and write files or run code, so only those that the exporter itself uses may be loaded.
 */
final class GraphGuard {
  /** What the exporter writes, no more and no less. */
  static final Set<String> ALLOWED =
      Set.of(
          "Add",
          "AssignVariableOp",
          "BatchMatMulV2",
          "BiasAdd",
          "BroadcastTo",
          "Cast",
          "ConcatV2",
          "Const",
          "Cos",
          "EmptyTensorList",
          "Enter",
          "Erf",
          "Exit",
          "ExpandDims",
          "GatherV2",
          "Greater",
          "Identity",
          "Less",
          "LoopCond",
          "MatMul",
          "Mean",
          "Merge",
          "Mul",
          "NextIteration",
          "NoOp",
          "Pack",
          "Placeholder",
          "Range",
          "ReadVariableOp",
          "Reshape",
          "RestoreV2",
          "Rsqrt",
          "SelectV2",
          "Shape",
          "Sigmoid",
          "Sin",
          "Slice",
          "Softmax",
          "Split",
          "SplitV",
          "Square",
          "Sub",
          "Switch",
          "TensorListConcatV2",
          "TensorListPushBack",
          "TensorScatterUpdate",
          "Transpose",
          "Unpack",
          "VarHandleOp");

  private GraphGuard() {}

  /**
   * Looks at a whole SavedModel before TensorFlow does.
   *
   * @param written what the exporter writes for a model of this configuration
   * @throws ModelException {@code SAVED_MODEL_FORBIDDEN_OP} naming the operations, {@code
   *     SAVED_MODEL_INVALID} if it has functions, several graphs, other signatures or restores
   *     variables from elsewhere
   */
  static MetaGraphDef check(SavedModel model, MetaGraphDef written) throws ModelException {
    if (model.getMetaGraphsCount() != 1) {
      throw invalid("has " + model.getMetaGraphsCount() + " graphs instead of one");
    }
    MetaGraphDef graph = model.getMetaGraphs(0);
    requireAllowedOperations(graph.getGraphDef());
    if (graph.getGraphDef().getLibrary().getFunctionCount() > 0) {
      throw invalid("has a library of functions");
    }
    if (graph.getCollectionDefCount() > 0 || graph.getAssetFileDefCount() > 0) {
      throw invalid("has collections or assets");
    }
    requireOwnVariables(graph, written.getSaverDef());
    requireSignatures(graph.getSignatureDefMap(), written.getSignatureDefMap());
    return graph;
  }

  private static void requireAllowedOperations(GraphDef graph) throws ModelException {
    Set<String> forbidden = new TreeSet<>();
    for (NodeDef node : graph.getNodeList()) {
      if (!ALLOWED.contains(node.getOp())) {
        forbidden.add(node.getOp());
      }
    }
    if (!forbidden.isEmpty()) {
      throw new ModelException(
          Code.SAVED_MODEL_FORBIDDEN_OP,
          "saved_model.pb uses operations that this project never writes: " + forbidden);
    }
  }

  // TensorFlow feeds the placeholder with the folder's own path; a constant would keep its own.
  private static void requireOwnVariables(MetaGraphDef graph, SaverDef saver)
      throws ModelException {
    if (!graph.getSaverDef().equals(saver)) {
      throw invalid("restores variables in another way than this version writes");
    }
    String prefix = saver.getFilenameTensorName().replace(":0", "");
    for (NodeDef node : graph.getGraphDef().getNodeList()) {
      boolean fromElsewhere =
          node.getOp().equals("RestoreV2")
              && (node.getInputCount() == 0 || !node.getInput(0).equals(prefix));
      boolean pathIsFixed = node.getName().equals(prefix) && !node.getOp().equals("Placeholder");
      if (fromElsewhere || pathIsFixed) {
        throw invalid("restores variables from somewhere else than its own folder");
      }
    }
  }

  private static void requireSignatures(
      Map<String, SignatureDef> found, Map<String, SignatureDef> expected) throws ModelException {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      if (!Objects.equals(found.get(name), expected.get(name))) {
        throw invalid(
            !found.containsKey(name)
                ? "has no signature " + name
                : !expected.containsKey(name)
                    ? "has a signature " + name + " that this version never writes"
                    : "has a signature " + name + " with other inputs or outputs");
      }
    }
  }

  private static ModelException invalid(String what) {
    return new ModelException(Code.SAVED_MODEL_INVALID, "saved_model.pb " + what);
  }
}

package io.scriptorium.modelruntime.graph;

import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * The graph of a model with its signatures, ready to be written as a SavedModel.
 *
 * <p>{@code vision}, {@code prefill} and {@code decode} compute in float32; where the matrices are
 * stored as bfloat16, {@code vision_bfloat16} and its like multiply them as they are. {@code
 * pack_cache}, {@code append_cache} and {@code keep_cache} move keys and values between prefill and
 * decode. Inputs and outputs are described at {@link VisionGraph} and {@link TextGraph}; everything
 * that depends on the size of a page is an input.
 */
public final class ModelGraph {
  /** Added to scores that must not count; finite, so that a row of padding stays a number. */
  public static final float MASKED = -1e30f;

  public static final String VISION = "vision";
  public static final String PREFILL = "prefill";
  public static final String DECODE = "decode";
  public static final String PACK_CACHE = "pack_cache";
  public static final String APPEND_CACHE = "append_cache";
  public static final String KEEP_CACHE = "keep_cache";

  private static final String PREFIX = "save.prefix";
  private static final String RESTORE = "save.restore_all";
  private static final long ANY = -1;

  private final Graph graph;
  private final Ops tf;
  private final ModelConfig config;
  private final Variables variables;
  private final Map<String, SignatureDef> signatures = new LinkedHashMap<>();

  private ModelGraph(Graph graph, ModelConfig config, List<VariableSpec> specs) {
    this.graph = graph;
    this.tf = Ops.create(graph);
    this.config = config;
    this.variables = new Variables(tf, specs);
  }

  /** Name of a signature's variant in some arithmetic. */
  public static String variant(String signature, Arithmetic arithmetic) {
    return arithmetic == Arithmetic.FLOAT32
        ? signature
        : signature + "_" + arithmetic.name().toLowerCase(Locale.ROOT);
  }

  /** Builds the graph of a model whose matrices are stored as given. */
  public static MetaGraphDef build(ModelConfig config, Storage matrices) {
    List<VariableSpec> specs =
        ModelVariables.groups(config, matrices).stream().flatMap(List::stream).toList();
    try (Graph graph = new Graph()) {
      ModelGraph model = new ModelGraph(graph, config, specs);
      model.addRestore();
      model.addArithmetic(Arithmetic.FLOAT32);
      if (matrices == Storage.BFLOAT16) {
        model.addArithmetic(Arithmetic.BFLOAT16);
      }
      model.addPackCache();
      model.addAppendCache();
      model.addKeepCache();
      return model.toMetaGraph();
    }
  }

  private void addArithmetic(Arithmetic arithmetic) {
    addVision(variant(VISION, arithmetic), arithmetic);
    addPrefill(variant(PREFILL, arithmetic), arithmetic);
    addDecode(variant(DECODE, arithmetic), arithmetic);
  }

  private void addVision(String name, Arithmetic arithmetic) {
    SignatureBuilder signature = new SignatureBuilder(name);
    int side = config.vision().windowUnits();
    int slots = side * side * config.vision().mergeUnit();
    VisionGraph.Inputs inputs =
        new VisionGraph.Inputs(
            signature.floats("patches", ANY, config.vision().patchValues()),
            signature.ints("patch_positions", ANY, 2),
            signature.ints("unit_order", ANY),
            signature.ints("unit_inverse", ANY),
            signature.ints("window_rows", ANY),
            signature.floats("window_mask", ANY, slots),
            signature.ints("window_slots", ANY),
            signature.ints("frame_tiles", ANY, 4));
    VisionGraph vision =
        new VisionGraph(
            graph, new Net(tf, variables, arithmetic, Net.Rows.MANY), config.vision(), name);
    signature.output("features", vision.features(inputs), ANY, config.vision().outHiddenSize());
    signature.add();
  }

  private void addPrefill(String name, Arithmetic arithmetic) {
    SignatureBuilder signature = new SignatureBuilder(name);
    TextGraph.PromptInputs inputs =
        new TextGraph.PromptInputs(
            signature.ints("ids", ANY),
            signature.floats("features", ANY, config.text().hiddenSize()),
            signature.ints("feature_rows", ANY),
            signature.ints("positions", 3, ANY),
            signature.ints("tiles", ANY, 4),
            signature.ints("logit_rows", ANY));
    TextGraph.Outputs outputs = text(name, arithmetic, Net.Rows.MANY).prefill(inputs);
    signature.output("logits", outputs.logits(), ANY, config.text().vocabSize());
    long[] cache = {layers(), heads(), ANY, config.text().headDim()};
    signature.output("keys", outputs.keys(), cache);
    signature.output("values", outputs.values(), cache);
    signature.add();
  }

  private void addDecode(String name, Arithmetic arithmetic) {
    SignatureBuilder signature = new SignatureBuilder(name);
    TextGraph.StepInputs inputs =
        new TextGraph.StepInputs(
            signature.ints("ids", ANY),
            signature.ints("positions", ANY),
            signature.floats("body_keys", batchCache()),
            signature.floats("body_values", batchCache()),
            signature.floats("body_mask", ANY, ANY),
            signature.floats("tail_keys", batchCache()),
            signature.floats("tail_values", batchCache()),
            signature.floats("tail_mask", ANY, ANY));
    TextGraph.Outputs outputs = text(name, arithmetic, Net.Rows.FEW).decode(inputs);
    signature.output("logits", outputs.logits(), ANY, config.text().vocabSize());
    signature.output("tail_keys", outputs.keys(), batchCache());
    signature.output("tail_values", outputs.values(), batchCache());
    signature.add();
  }

  /** Prompt rows {@code [L, K, n, d]} become the bodies {@code [L, B, K, T, d]} of sequences. */
  private void addPackCache() {
    SignatureBuilder signature = new SignatureBuilder(PACK_CACHE);
    Operand<TInt32> rows = signature.ints("rows", ANY, ANY);
    for (String name : List.of("keys", "values")) {
      Operand<TFloat32> packed =
          signature.floats(name, layers(), heads(), ANY, config.text().headDim());
      Operand<TFloat32> gathered = tf.gather(packed, rows, tf.constant(2)); // [L, K, B, T, d]
      signature.output(
          "body_" + name,
          tf.linalg.transpose(gathered, tf.constant(new int[] {0, 2, 1, 3, 4})),
          batchCache());
    }
    signature.add();
  }

  private void addAppendCache() {
    SignatureBuilder signature = new SignatureBuilder(APPEND_CACHE);
    for (String name : List.of("keys", "values")) {
      Operand<TFloat32> body = signature.floats("body_" + name, batchCache());
      Operand<TFloat32> tail = signature.floats("tail_" + name, batchCache());
      signature.output(
          "body_" + name, tf.concat(List.of(body, tail), tf.constant(3)), batchCache());
    }
    signature.add();
  }

  /** Like the above for the sequences that are given, in their order. */
  private void addKeepCache() {
    SignatureBuilder signature = new SignatureBuilder(KEEP_CACHE);
    Operand<TInt32> sequences = signature.ints("sequences", ANY);
    for (String name : List.of("keys", "values")) {
      Operand<TFloat32> body = signature.floats("body_" + name, batchCache());
      Operand<TFloat32> tail = signature.floats("tail_" + name, batchCache());
      signature.output(
          "body_" + name,
          tf.concat(
              List.of(
                  tf.gather(body, sequences, tf.constant(1)),
                  tf.gather(tail, sequences, tf.constant(1))),
              tf.constant(3)),
          batchCache());
    }
    signature.add();
  }

  private TextGraph text(String scope, Arithmetic arithmetic, Net.Rows rows) {
    return new TextGraph(graph, new Net(tf, variables, arithmetic, rows), config.text(), scope);
  }

  private long layers() {
    return config.text().layers();
  }

  private long heads() {
    return config.text().keyValueHeads();
  }

  private long[] batchCache() {
    return new long[] {layers(), ANY, heads(), ANY, config.text().headDim()};
  }

  private void addRestore() {
    List<String> names = new ArrayList<>();
    List<Class<? extends TType>> types = new ArrayList<>();
    for (Variables.Variable variable : variables.all()) {
      names.add(variable.spec().name());
      types.add(variable.type());
    }
    String[] wholes = new String[names.size()];
    Arrays.fill(wholes, "");
    Operand<TString> prefix =
        tf.withName(PREFIX).placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    var restored =
        tf.train
            .restore(
                prefix,
                tf.constant(NdArrays.vectorOfObjects(names.toArray(String[]::new))),
                tf.constant(NdArrays.vectorOfObjects(wholes)),
                types)
            .tensors();
    List<Op> assignments = new ArrayList<>();
    int index = 0;
    for (Variables.Variable variable : variables.all()) {
      assignments.add(tf.assignVariableOp(variable.handle(), asOperand(restored.get(index++))));
    }
    tf.withControlDependencies(assignments).withName(RESTORE).noOp();
  }

  @SuppressWarnings("unchecked")
  private static Operand<? extends TType> asOperand(Output<?> output) {
    return (Operand<? extends TType>) output;
  }

  private MetaGraphDef toMetaGraph() {
    GraphDef definition = graph.toGraphDef();
    return MetaGraphDef.newBuilder()
        .setMetaInfoDef(
            MetaGraphDef.MetaInfoDef.newBuilder()
                .addTags("serve")
                .setTensorflowVersion(TensorFlow.version()))
        .setGraphDef(definition)
        .setSaverDef(
            SaverDef.newBuilder()
                .setFilenameTensorName(PREFIX + ":0")
                .setSaveTensorName(PREFIX + ":0")
                .setRestoreOpName(RESTORE)
                .setVersion(SaverDef.CheckpointFormatVersion.V2))
        .putAllSignatureDef(signatures)
        .build();
  }

  /** Collects the inputs and outputs of one signature. */
  private final class SignatureBuilder {
    private final String name;
    private final SignatureDef.Builder definition =
        SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");

    SignatureBuilder(String name) {
      this.name = name;
    }

    Operand<TFloat32> floats(String input, long... shape) {
      return input(TFloat32.class, input, shape);
    }

    Operand<TInt32> ints(String input, long... shape) {
      return input(TInt32.class, input, shape);
    }

    private <T extends TType> Operand<T> input(Class<T> type, String input, long... shape) {
      Operand<T> placeholder =
          tf.withName(name + "." + input).placeholder(type, Placeholder.shape(Shape.of(shape)));
      definition.putInputs(input, info(placeholder, shape));
      return placeholder;
    }

    void output(String output, Operand<?> value, long... shape) {
      definition.putOutputs(
          output, info(tf.withName(name + ".out." + output).identity(value), shape));
    }

    void add() {
      signatures.put(name, definition.build());
    }

    private TensorInfo info(Operand<?> operand, long... shape) {
      TensorShapeProto.Builder extents = TensorShapeProto.newBuilder();
      for (long extent : shape) {
        extents.addDim(TensorShapeProto.Dim.newBuilder().setSize(extent));
      }
      return TensorInfo.newBuilder()
          .setName(operand.asOutput().op().name() + ":" + operand.asOutput().index())
          .setDtype(operand.asOutput().dataType())
          .setTensorShape(extents)
          .build();
    }
  }
}

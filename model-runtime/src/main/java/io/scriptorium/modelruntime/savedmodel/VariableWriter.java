package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.checkpoint.Checkpoint;
import io.scriptorium.modelruntime.checkpoint.CheckpointTensor;
import io.scriptorium.modelruntime.graph.Storage;
import io.scriptorium.modelruntime.graph.VariableSpec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.MergeV2Checkpoints;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * Writes the variables of a SavedModel group by group, so that no more than one group of weights is
 * in memory. Each group becomes a shard; at the end TensorFlow joins their indexes.
 */
final class VariableWriter {
  private static final int CHUNK = 8 << 20;

  private final Checkpoint checkpoint;
  private final Path folder;
  private final List<String> prefixes = new ArrayList<>();

  /**
   * @param folder the {@code variables} folder of the SavedModel, which exists and is empty
   */
  VariableWriter(Checkpoint checkpoint, Path folder) {
    this.checkpoint = checkpoint;
    this.folder = folder;
  }

  /** Writes one group. */
  void write(List<VariableSpec> group) throws ModelException {
    String prefix = folder.resolve("group-" + prefixes.size()).toString();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<Feed> feeds = new ArrayList<>();
      List<Operand<?>> variables = new ArrayList<>();
      for (VariableSpec spec : group) {
        variables.add(variable(tf, spec, feeds));
      }
      String[] names = group.stream().map(VariableSpec::name).toArray(String[]::new);
      String[] wholes = new String[names.length];
      Arrays.fill(wholes, "");
      var save =
          tf.train.save(
              tf.constant(prefix),
              tf.constant(NdArrays.vectorOfObjects(names)),
              tf.constant(NdArrays.vectorOfObjects(wholes)),
              variables);
      run(graph, save, feeds);
    }
    prefixes.add(prefix);
  }

  /** Joins the groups into {@code variables/variables}. */
  void finish() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TString> sources =
          tf.constant(NdArrays.vectorOfObjects(prefixes.toArray(String[]::new)));
      var merge =
          tf.train.mergeV2Checkpoints(
              sources,
              tf.constant(folder.resolve("variables").toString()),
              MergeV2Checkpoints.deleteOldDirs(false));
      try (Session session = new Session(graph)) {
        session.run(merge);
      }
    }
  }

  private void run(Graph graph, Op save, List<Feed> feeds) throws ModelException {
    List<Tensor> tensors = new ArrayList<>();
    try (Session session = new Session(graph)) {
      Session.Runner runner = session.runner().addTarget(save);
      for (Feed feed : feeds) {
        Tensor tensor = Tensor.of(feed.type, feed.shape);
        tensors.add(tensor);
        load(feed, tensor);
        runner.feed(feed.placeholder, tensor);
      }
      runner.run().close();
    } finally {
      tensors.forEach(Tensor::close);
    }
  }

  /** A placeholder and the checkpoint tensor that goes into it. */
  private record Feed(
      Operand<? extends TType> placeholder,
      CheckpointTensor source,
      Class<? extends TNumber> type,
      Shape shape) {}

  private Operand<?> variable(Ops tf, VariableSpec spec, List<Feed> feeds) throws ModelException {
    List<Operand<TFloat32>> asFloat = new ArrayList<>();
    List<Operand<TBfloat16>> asBfloat16 = new ArrayList<>();
    for (String name : spec.sources()) {
      Feed feed = feed(tf, spec, checkpoint.tensor(name));
      feeds.add(feed);
      if (spec.storage() == Storage.FLOAT32) {
        asFloat.add(tf.dtypes.cast(feed.placeholder, TFloat32.class));
      } else {
        asBfloat16.add(tf.dtypes.cast(feed.placeholder, TBfloat16.class));
      }
    }
    return spec.storage() == Storage.FLOAT32 ? lay(tf, spec, asFloat) : lay(tf, spec, asBfloat16);
  }

  private static <T extends TType> Operand<T> lay(
      Ops tf, VariableSpec spec, List<Operand<T>> sources) {
    Operand<T> joined = sources.size() == 1 ? sources.get(0) : tf.concat(sources, tf.constant(0));
    return spec.layout() == VariableSpec.Layout.TRANSPOSED
        ? tf.linalg.transpose(joined, tf.constant(new int[] {1, 0}))
        : joined;
  }

  /** A matrix source is fed as two axes, whatever it has in the checkpoint. */
  private static Feed feed(Ops tf, VariableSpec spec, CheckpointTensor source) {
    long rows = source.shape().get(0);
    Shape shape =
        spec.shape().size() == 1 ? Shape.of(rows) : Shape.of(rows, source.elements() / rows);
    Class<? extends TNumber> type =
        switch (source.dtype()) {
          case F32 -> TFloat32.class;
          case F16 -> TFloat16.class;
          case BF16 -> TBfloat16.class;
          default ->
              throw new IllegalStateException("dtype " + source.dtype() + " holds no weights");
        };
    return new Feed(tf.placeholder(type, Placeholder.shape(shape)), source, type, shape);
  }

  private static void load(Feed feed, Tensor tensor) throws ModelException {
    ByteDataBuffer target = tensor.asRawTensor().data();
    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, feed.source.byteSize()));
    long offset = 0;
    while (offset < feed.source.byteSize()) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), feed.source.byteSize() - offset));
      int length = chunk.limit();
      feed.source.read(offset, chunk);
      target.offset(offset).write(chunk.array(), 0, length);
      offset += length;
    }
  }
}

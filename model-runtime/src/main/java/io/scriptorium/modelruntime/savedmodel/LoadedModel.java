package io.scriptorium.modelruntime.savedmodel;

import com.google.protobuf.CodedInputStream;
import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.ModelConfig;
import io.scriptorium.modelruntime.graph.Arithmetic;
import io.scriptorium.modelruntime.graph.ModelGraph;
import io.scriptorium.modelruntime.graph.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/**
 * A converted model in memory. Its weights are shared by all calls; calls may come from many
 * threads. Whoever loads it closes it.
 */
public final class LoadedModel implements AutoCloseable {
  private static final long MAX_GRAPH_BYTES = 256L << 20;

  private final SavedModelBundle bundle;
  private final Map<String, SignatureDef> signatures;
  private final ModelConfig config;
  private final Path folder;
  private final Manifest manifest;
  private final Device device;
  private final RuntimeOptions options;

  private LoadedModel(
      SavedModelBundle bundle,
      MetaGraphDef graph,
      ModelConfig config,
      Path folder,
      Manifest manifest,
      Device device,
      RuntimeOptions options) {
    this.bundle = bundle;
    this.signatures = graph.getSignatureDefMap();
    this.config = config;
    this.folder = folder;
    this.manifest = manifest;
    this.device = device;
    this.options = options;
  }

  /**
   * Loads a folder that {@link ModelConverter} wrote, after checking every file against the
   * manifest, and every operation and signature against those that the exporter writes.
   *
   * @param link the folder, or a link to it that may later lead to another model
   * @throws ModelException {@code SAVED_MODEL_INVALID}, {@code SAVED_MODEL_FORBIDDEN_OP}
   */
  public static LoadedModel load(Path link, RuntimeOptions options) throws ModelException {
    Path folder = real(link);
    Manifest manifest = Manifest.read(folder);
    requireArithmetic(options, manifest, folder);
    manifest.check(folder);
    ModelConfig config = ModelConfig.read(folder);
    TensorFlowLibrary.load();
    MetaGraphDef graph =
        GraphGuard.check(
            readGraph(folder.resolve("saved_model.pb")),
            ModelGraph.build(config, manifest.matrices()));
    Device device = Device.detect();
    try {
      SavedModelBundle bundle =
          SavedModelBundle.loader(folder.toString())
              .withTags("serve")
              .withConfigProto(sessionConfig(options))
              .load();
      return new LoadedModel(bundle, graph, config, folder, manifest, device, options);
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new ModelException(
          Code.SAVED_MODEL_INVALID, "TensorFlow cannot load " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path real(Path link) throws ModelException {
    try {
      return link.toRealPath();
    } catch (IOException e) {
      throw new ModelException(Code.SAVED_MODEL_INVALID, "cannot read " + link + ": " + e, e);
    }
  }

  private static void requireArithmetic(RuntimeOptions options, Manifest manifest, Path folder)
      throws ModelException {
    if (options.arithmetic().equals(Optional.of(Arithmetic.BFLOAT16))
        && manifest.matrices() != Storage.BFLOAT16) {
      throw new ModelException(
          Code.SAVED_MODEL_INVALID,
          "the matrices of "
              + folder
              + " are stored as float32; bfloat16 arithmetic needs bfloat16");
    }
  }

  private static SavedModel readGraph(Path file) throws ModelException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > MAX_GRAPH_BYTES) {
        throw new ModelException(
            Code.SAVED_MODEL_INVALID,
            file + " has " + Files.size(file) + " bytes, over " + MAX_GRAPH_BYTES);
      }
      return SavedModel.parseFrom(CodedInputStream.newInstance(in));
    } catch (IOException e) {
      throw new ModelException(
          Code.SAVED_MODEL_INVALID, file + " is no SavedModel: " + e.getMessage(), e);
    }
  }

  private static ConfigProto sessionConfig(RuntimeOptions options) {
    return ConfigProto.newBuilder()
        .setAllowSoftPlacement(true)
        .setIntraOpParallelismThreads(options.threads())
        .setGpuOptions(GpuMemory.GROWING)
        .build();
  }

  /** Starts a call of a signature that computes with weights. */
  public SignatureCall compute(String signature) throws ModelException {
    return call(ModelGraph.variant(signature, arithmetic(signature)));
  }

  /** Starts a call of a signature that only moves numbers. */
  public SignatureCall call(String signature) throws ModelException {
    SignatureDef definition = signatures.get(signature);
    if (definition == null) {
      throw new ModelException(
          Code.SAVED_MODEL_INVALID, "saved_model.pb has no signature " + signature);
    }
    return new SignatureCall(bundle.session(), signature, definition);
  }

  /** In which arithmetic a signature computes. */
  public Arithmetic arithmetic(String signature) {
    if (options.arithmetic().isPresent()) {
      return options.arithmetic().get();
    }
    if (manifest.matrices() != Storage.BFLOAT16) {
      return Arithmetic.FLOAT32;
    }
    // A product with one row is bound by reading the weights, of which bfloat16 has half the bytes.
    return device.fastBfloat16() || signature.equals(ModelGraph.DECODE)
        ? Arithmetic.BFLOAT16
        : Arithmetic.FLOAT32;
  }

  public ModelConfig config() {
    return config;
  }

  /** The folder that was checked and loaded, without links. */
  public Path folder() {
    return folder;
  }

  public Manifest manifest() {
    return manifest;
  }

  public Device device() {
    return device;
  }

  @Override
  public void close() {
    bundle.close();
  }
}

package io.scriptorium.modelruntime.savedmodel;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/** One call of a signature. Tensors that are fed stay the caller's. */
public final class SignatureCall {
  private final Session.Runner runner;
  private final String name;
  private final SignatureDef definition;
  private final Set<String> fed = new HashSet<>();

  SignatureCall(Session session, String name, SignatureDef definition) {
    this.runner = session.runner();
    this.name = name;
    this.definition = definition;
  }

  /** Feeds an input. */
  public SignatureCall feed(String input, Tensor tensor) throws ModelException {
    TensorInfo info = definition.getInputsMap().get(input);
    if (info == null) {
      throw invalid("has no input " + input);
    }
    if (info.getDtype() != tensor.dataType()) {
      throw invalid("takes " + info.getDtype() + " as " + input + ", not " + tensor.dataType());
    }
    runner.feed(info.getName(), tensor);
    fed.add(input);
    return this;
  }

  /** Runs and returns all outputs. */
  public Outputs run() throws ModelException {
    if (!fed.equals(definition.getInputsMap().keySet())) {
      throw invalid("takes " + definition.getInputsMap().keySet() + ", not " + fed);
    }
    List<String> names = new ArrayList<>(definition.getOutputsMap().keySet());
    names.forEach(output -> runner.fetch(definition.getOutputsMap().get(output).getName()));
    try {
      return new Outputs(names, runner.run());
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new ModelException(
          Code.MODEL_FAILED, "TensorFlow failed in " + name + ": " + e.getMessage(), e);
    }
  }

  private ModelException invalid(String what) {
    return new ModelException(
        Code.SAVED_MODEL_INVALID, "signature " + name + " of saved_model.pb " + what);
  }

  /** The outputs of a call; closing frees their memory. */
  public static final class Outputs implements AutoCloseable {
    private final Map<String, TFloat32> tensors = new HashMap<>();
    private final Result result;

    private Outputs(List<String> names, Result result) {
      this.result = result;
      for (int i = 0; i < names.size(); i++) {
        tensors.put(names.get(i), (TFloat32) result.get(i));
      }
    }

    /** An output, valid until this is closed. */
    public TFloat32 get(String output) {
      TFloat32 tensor = tensors.get(output);
      if (tensor == null) {
        throw new IllegalArgumentException("no output " + output + " among " + tensors.keySet());
      }
      return tensor;
    }

    @Override
    public void close() {
      result.close();
    }
  }
}

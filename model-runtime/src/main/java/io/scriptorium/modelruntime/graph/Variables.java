package io.scriptorium.modelruntime.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * The variables of the graph under construction, each with one handle however many signatures read
 * it.
 */
final class Variables {
  private final Ops tf;
  private final Map<String, Variable> byName = new LinkedHashMap<>();

  Variables(Ops tf, Iterable<VariableSpec> specs) {
    this.tf = tf;
    for (VariableSpec spec : specs) {
      byName.put(spec.name(), create(spec));
    }
  }

  /** A variable's handle and the type of its elements. */
  record Variable(
      VariableSpec spec, Class<? extends TNumber> type, Operand<? extends TType> handle) {}

  Variable get(String name) {
    Variable variable = byName.get(name);
    if (variable == null) {
      throw new IllegalStateException("no variable " + name);
    }
    return variable;
  }

  Iterable<Variable> all() {
    return byName.values();
  }

  private Variable create(VariableSpec spec) {
    Class<? extends TNumber> type =
        spec.storage() == Storage.BFLOAT16 ? TBfloat16.class : TFloat32.class;
    Operand<? extends TType> handle =
        tf.withName(spec.name().replace('/', '.'))
            .varHandleOp(
                type,
                Shape.of(spec.shape().stream().mapToLong(Long::longValue).toArray()),
                VarHandleOp.sharedName(spec.name()));
    return new Variable(spec, type, handle);
  }
}

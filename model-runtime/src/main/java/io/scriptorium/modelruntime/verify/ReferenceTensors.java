package io.scriptorium.modelruntime.verify;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.checkpoint.CheckpointTensor;
import io.scriptorium.modelruntime.checkpoint.Dtype;
import io.scriptorium.modelruntime.checkpoint.SafetensorsFile;
import io.scriptorium.modelruntime.preprocess.PreprocessVerification;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The reference's answers in a safetensors file. */
final class ReferenceTensors implements PreprocessVerification.Expected, AutoCloseable {
  private final SafetensorsFile file;

  private ReferenceTensors(SafetensorsFile file) {
    this.file = file;
  }

  static ReferenceTensors open(Path path) throws ModelException {
    return new ReferenceTensors(SafetensorsFile.open(path));
  }

  @Override
  public byte[] bytes(String name) throws ModelException {
    return read(name, Dtype.U8).array();
  }

  @Override
  public float[] floats(String name) throws ModelException {
    ByteBuffer bytes = read(name, Dtype.F32);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  @Override
  public long[] longs(String name) throws ModelException {
    ByteBuffer bytes = read(name, Dtype.I64);
    long[] values = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(values);
    return values;
  }

  private ByteBuffer read(String name, Dtype dtype) throws ModelException {
    CheckpointTensor tensor = file.tensors().get(name);
    if (tensor == null) {
      throw new ModelException(Code.REFERENCE_INVALID, file.name() + " has no tensor " + name);
    }
    if (tensor.dtype() != dtype) {
      throw new ModelException(
          Code.REFERENCE_INVALID,
          "tensor %s of %s is %s, not %s".formatted(name, file.name(), tensor.dtype(), dtype));
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(tensor.byteSize())).order(ByteOrder.LITTLE_ENDIAN);
    tensor.read(0, bytes);
    return bytes.flip();
  }

  @Override
  public void close() {
    file.close();
  }
}

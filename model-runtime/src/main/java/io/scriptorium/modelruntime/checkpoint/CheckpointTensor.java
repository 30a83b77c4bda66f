package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.util.List;

/**
 * A tensor in a checkpoint that is open. Its bytes are little-endian and row-major, and are read
 * when asked for. May be read by many threads until the checkpoint is closed; a thread that is
 * interrupted while it reads closes the file for all of them.
 */
public final class CheckpointTensor {
  private final String name;
  private final StoredTensor stored;
  private final SafetensorsFile file;

  CheckpointTensor(String name, StoredTensor stored, SafetensorsFile file) {
    this.name = name;
    this.stored = stored;
    this.file = file;
  }

  public String name() {
    return name;
  }

  CheckpointTensor named(String canonicalName) {
    return new CheckpointTensor(canonicalName, stored, file);
  }

  public Dtype dtype() {
    return stored.dtype();
  }

  /** Outermost dimension first; empty for a single number. */
  public List<Long> shape() {
    return stored.shape();
  }

  /** Size in bytes, which may be more than one buffer can hold. */
  public long byteSize() {
    return stored.size();
  }

  /** How many numbers the tensor holds. */
  public long elements() {
    return byteSize() / dtype().bytes();
  }

  /** Name of the file that holds the tensor. */
  public String fileName() {
    return file.name();
  }

  /**
   * Fills the rest of a buffer.
   *
   * @param byteOffset where to begin, from the first byte of the tensor
   * @throws ModelException {@code TENSOR_INVALID} if the file ends early or cannot be read
   */
  public void read(long byteOffset, ByteBuffer target) throws ModelException {
    checkRange(byteOffset, target.remaining());
    file.read(name, stored.begin() + byteOffset, target);
  }

  /**
   * Maps a part of the tensor into memory, read-only and little-endian. The mapping outlives the
   * checkpoint; it goes when the buffer is collected.
   *
   * @param byteOffset where to begin, from the first byte of the tensor
   */
  public MappedByteBuffer map(long byteOffset, int length) throws ModelException {
    checkRange(byteOffset, length);
    return file.map(name, stored.begin() + byteOffset, length);
  }

  private void checkRange(long byteOffset, int length) {
    if (byteOffset < 0 || length < 0 || byteOffset > byteSize() - length) {
      throw new IndexOutOfBoundsException(
          "bytes %d + %d of tensor %s, which has %d"
              .formatted(byteOffset, length, name, byteSize()));
    }
  }

  @Override
  public String toString() {
    return name + " " + dtype() + shape();
  }
}

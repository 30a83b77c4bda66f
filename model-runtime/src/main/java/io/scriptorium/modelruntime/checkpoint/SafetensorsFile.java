package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.Labels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file: a length, a JSON header, then the numbers. Everything the header says is
 * checked when the file is opened; numbers are read when asked for. Whoever opens it closes it. May
 * be read by many threads.
 */
public final class SafetensorsFile implements AutoCloseable {
  private final String name;
  private final FileChannel channel;
  private final long dataBegin;
  private final Map<String, CheckpointTensor> tensors;

  private SafetensorsFile(String name, FileChannel channel, SafetensorsHeader header) {
    this.name = name;
    this.channel = channel;
    this.dataBegin = header.dataBegin();
    Map<String, CheckpointTensor> byName = new LinkedHashMap<>();
    for (StoredTensor tensor : header.tensors()) {
      byName.put(tensor.name(), new CheckpointTensor(tensor.name(), tensor, this));
    }
    this.tensors = Collections.unmodifiableMap(byName);
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws ModelException {@code CHECKPOINT_MISSING}, {@code CHECKPOINT_INVALID} or {@code
   *     TENSOR_INVALID}, which names the tensor and the numbers
   */
  public static SafetensorsFile open(Path path) throws ModelException {
    String name = String.valueOf(path.getFileName());
    try {
      FileChannel channel = FileChannel.open(path);
      boolean opened = false;
      try {
        SafetensorsHeader header = SafetensorsHeader.read(name, channel);
        opened = true;
        return new SafetensorsFile(name, channel, header);
      } finally {
        if (!opened) {
          channel.close();
        }
      }
    } catch (NoSuchFileException e) {
      throw new ModelException(
          Code.CHECKPOINT_MISSING, name + " is missing from the checkpoint", e);
    } catch (IOException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID, name + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  /** Name without folder. */
  public String name() {
    return name;
  }

  /** The tensors by the names the file gives them, in the order of its header. */
  public Map<String, CheckpointTensor> tensors() {
    return tensors;
  }

  void read(String tensor, long position, ByteBuffer target) throws ModelException {
    try {
      Channels.readFully(channel, dataBegin + position, target);
    } catch (IOException e) {
      throw unreadable(tensor, e);
    }
  }

  MappedByteBuffer map(String tensor, long position, int length) throws ModelException {
    try {
      MappedByteBuffer buffer =
          channel.map(FileChannel.MapMode.READ_ONLY, dataBegin + position, length);
      buffer.order(ByteOrder.LITTLE_ENDIAN);
      return buffer;
    } catch (IOException e) {
      throw unreadable(tensor, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }

  private ModelException unreadable(String tensor, IOException e) {
    return new ModelException(
        Code.TENSOR_INVALID,
        "%s: tensor %s cannot be read: %s"
            .formatted(name, Labels.shorten(tensor), e.getClass().getSimpleName()),
        e);
  }
}

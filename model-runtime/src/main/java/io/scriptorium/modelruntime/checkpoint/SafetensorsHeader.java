package io.scriptorium.modelruntime.checkpoint;

import io.scriptorium.modelruntime.ModelException;
import io.scriptorium.modelruntime.ModelException.Code;
import io.scriptorium.modelruntime.files.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * The checked header of a safetensors file. Its length is checked before memory is taken for it.
 *
 * @param dataBegin where the numbers begin in the file
 */
record SafetensorsHeader(long dataBegin, List<StoredTensor> tensors) {
  /** Longest header that is read, as in the reference. */
  static final long MAX_BYTES = 100_000_000;

  private static final int LENGTH_BYTES = Long.BYTES;

  SafetensorsHeader {
    tensors = List.copyOf(tensors);
  }

  /**
   * Reads and checks the header.
   *
   * @param file names the file in errors
   */
  static SafetensorsHeader read(String file, FileChannel channel)
      throws IOException, ModelException {
    long size = channel.size();
    int length = length(file, channel, size);
    List<StoredTensor> tensors = HeaderParser.parse(file, text(file, channel, length));
    long dataBegin = LENGTH_BYTES + (long) length;
    SafetensorsLayout.check(file, tensors, size - dataBegin);
    return new SafetensorsHeader(dataBegin, tensors);
  }

  private static int length(String file, FileChannel channel, long size)
      throws IOException, ModelException {
    if (size < LENGTH_BYTES) {
      throw invalid(file, "has " + size + " bytes, less than the length of a header");
    }
    ByteBuffer start = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    Channels.readFully(channel, 0, start);
    long length = start.getLong(0);
    if (Long.compareUnsigned(length, MAX_BYTES) > 0) {
      throw invalid(
          file,
          "gives its header %s bytes; at most %d are read"
              .formatted(Long.toUnsignedString(length), MAX_BYTES));
    }
    if (length > size - LENGTH_BYTES) {
      throw invalid(file, "gives its header %d bytes, but has %d in all".formatted(length, size));
    }
    if (length < 2) {
      throw invalid(file, "gives its header %d bytes; the shortest has 2".formatted(length));
    }
    return (int) length;
  }

  private static String text(String file, FileChannel channel, int length)
      throws IOException, ModelException {
    ByteBuffer first = ByteBuffer.allocate(1);
    Channels.readFully(channel, LENGTH_BYTES, first);
    if (first.get(0) != '{') {
      throw invalid(file, "has a header that does not begin with {");
    }
    ByteBuffer header = ByteBuffer.allocate(length);
    Channels.readFully(channel, LENGTH_BYTES, header);
    try {
      return StrictJson.decode(header.array());
    } catch (CharacterCodingException e) {
      throw new ModelException(
          Code.CHECKPOINT_INVALID, file + " has a header that is not UTF-8", e);
    }
  }

  private static ModelException invalid(String file, String what) {
    return new ModelException(Code.CHECKPOINT_INVALID, file + " " + what);
  }
}

package io.scriptorium.renderer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that are read at will. */
interface RandomBytes {
  long size() throws IOException;

  /**
   * Reads a part.
   *
   * @throws EOFException if it reaches over the end; nothing is allocated then
   */
  ByteBuffer read(long offset, int length) throws IOException;

  static RandomBytes of(byte[] bytes, int start) {
    return new RandomBytes() {
      @Override
      public long size() {
        return (long) bytes.length - start;
      }

      @Override
      public ByteBuffer read(long offset, int length) throws IOException {
        checkWithin(offset, length, size());
        return ByteBuffer.wrap(bytes, start + (int) offset, length).slice();
      }
    };
  }

  /** The channel stays with the caller, who closes it. */
  static RandomBytes of(FileChannel channel) {
    return new RandomBytes() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public ByteBuffer read(long offset, int length) throws IOException {
        checkWithin(offset, length, size());
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
          if (channel.read(part, offset + part.position()) < 0) {
            throw new EOFException("the file became shorter");
          }
        }
        return part.flip();
      }
    };
  }

  private static void checkWithin(long offset, int length, long size) throws EOFException {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new EOFException(length + " bytes at " + offset + " reach over the end at " + size);
    }
  }
}

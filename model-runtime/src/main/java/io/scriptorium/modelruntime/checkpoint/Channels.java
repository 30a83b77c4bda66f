package io.scriptorium.modelruntime.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads and writes of any length. */
final class Channels {
  // The JDK copies heap buffers through a direct one of the same size, and keeps that.
  private static final int CHUNK = 8 << 20;

  private Channels() {}

  /** Fills the buffer from that place in the file. */
  static void readFully(FileChannel channel, long position, ByteBuffer target) throws IOException {
    int limit = target.limit();
    long next = position;
    try {
      while (target.position() < limit) {
        target.limit(Math.min(limit, target.position() + CHUNK));
        int count = channel.read(target, next);
        if (count < 0) {
          throw new EOFException("the file ends at byte " + next);
        }
        next += count;
        target.limit(limit);
      }
    } finally {
      target.limit(limit);
    }
  }

  static void writeFully(FileChannel channel, long position, ByteBuffer source) throws IOException {
    long next = position;
    while (source.hasRemaining()) {
      next += channel.write(source, next);
    }
  }
}

package io.scriptorium.renderer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file as a stream, which moves no position but its own. */
final class ChannelPart extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long at;

  ChannelPart(FileChannel channel, long offset, long length) {
    this.channel = channel;
    this.at = offset;
    this.end = offset + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int most = (int) Math.min(length, end - at);
    if (most <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = channel.read(ByteBuffer.wrap(bytes, from, most), at);
    at += Math.max(0, count);
    return count;
  }
}

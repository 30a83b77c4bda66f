package io.scriptorium.renderer.pool;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file through which a child hands over the pixels of one page at a time. It is read and not
 * mapped: a mapping lives until the garbage collector finds it, and a child that shortened the file
 * would end this process, too.
 */
final class PixelFile implements Pixels, AutoCloseable {
  // Java copies through a buffer as large as what is asked for, and keeps it.
  private static final int CHUNK_BYTES = 1 << 20;

  private final FileChannel channel;
  private final long mostBytes;

  private PixelFile(FileChannel channel, long mostBytes) {
    this.channel = channel;
    this.mostBytes = mostBytes;
  }

  /**
   * The reader's end, which makes the file.
   *
   * @param mostBytes that a page may have
   */
  static PixelFile create(Path file, long mostBytes) throws IOException {
    return new PixelFile(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, WRITE),
        mostBytes);
  }

  /** The writer's end. */
  static PixelFile open(Path file) throws IOException {
    return new PixelFile(FileChannel.open(file, WRITE), 0);
  }

  private static final StandardOpenOption WRITE = StandardOpenOption.WRITE;

  @Override
  public void put(byte[] rgb) throws IOException {
    for (int at = 0; at < rgb.length; ) {
      int length = Math.min(CHUNK_BYTES, rgb.length - at);
      at += channel.write(ByteBuffer.wrap(rgb, at, length), at);
    }
  }

  @Override
  public byte[] take(long bytes) throws IOException {
    if (bytes > mostBytes || bytes > channel.size()) {
      throw new WireException(
          "a page of %d bytes, where %d may come and %d are there"
              .formatted(bytes, mostBytes, channel.size()));
    }
    byte[] rgb = new byte[Math.toIntExact(bytes)];
    for (int at = 0; at < rgb.length; ) {
      int length = Math.min(CHUNK_BYTES, rgb.length - at);
      int read = channel.read(ByteBuffer.wrap(rgb, at, length), at);
      if (read < 0) {
        throw new EOFException("the pixels end after " + at + " bytes");
      }
      at += read;
    }
    return rgb;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing in it is wanted any more.
    }
  }
}

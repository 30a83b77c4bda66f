package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file as a decoder is to see it. Reads whole blocks, because decoders ask byte by byte, and as
 * much as is asked for, because the numbers of its base class are cut off otherwise. The channel
 * stays with the caller, who closes it.
 */
final class PatchedInput extends ImageInputStreamImpl {
  private static final int BLOCK_BYTES = 1 << 16;

  private final FileChannel channel;
  private final List<FilePatch> patches;
  private final byte[] block = new byte[BLOCK_BYTES];
  private long blockStart;
  private int blockLength;

  PatchedInput(FileChannel channel, List<FilePatch> patches) {
    this.channel = channel;
    this.patches = List.copyOf(patches);
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    if (!fill()) {
      return -1;
    }
    return block[(int) (streamPos++ - blockStart)] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    int read = 0;
    while (read < length && fill()) {
      int at = (int) (streamPos - blockStart);
      int count = Math.min(length - read, blockLength - at);
      System.arraycopy(block, at, target, from + read, count);
      streamPos += count;
      read += count;
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Sees to it that the block holds the next byte; false at the end of the file. */
  private boolean fill() throws IOException {
    if (streamPos >= blockStart && streamPos < blockStart + blockLength) {
      return true;
    }
    blockStart = streamPos;
    blockLength = 0;
    ByteBuffer rest = ByteBuffer.wrap(block);
    while (rest.hasRemaining() && channel.read(rest, blockStart + rest.position()) >= 0) {
      blockLength = rest.position();
    }
    for (FilePatch patch : patches) {
      apply(patch);
    }
    return blockLength > 0;
  }

  private void apply(FilePatch patch) {
    long from = Math.max(patch.offset(), blockStart);
    long to = Math.min(patch.end(), blockStart + blockLength);
    if (from < to) {
      int length = (int) (to - from);
      System.arraycopy(
          patch.bytes(), (int) (from - patch.offset()), block, (int) (from - blockStart), length);
    }
  }
}

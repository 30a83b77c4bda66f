package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The frame of a TIFF, which is also that of EXIF notes: tables of tagged values. */
final class TiffFile {
  private static final int BIG_TIFF = 43;

  private final RandomBytes bytes;
  private final ByteOrder order;
  private final boolean big;
  private final long firstDirectory;

  private TiffFile(RandomBytes bytes, ByteOrder order, boolean big) throws IOException {
    this.bytes = bytes;
    this.order = order;
    this.big = big;
    this.firstDirectory = big ? read(8, 8).getLong() : Integer.toUnsignedLong(read(4, 4).getInt());
  }

  static TiffFile of(RandomBytes bytes) throws IOException {
    ByteBuffer head = bytes.read(0, 4);
    ByteOrder order = head.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new TiffFile(bytes, order, head.order(order).getShort(2) == BIG_TIFF);
  }

  long firstDirectory() {
    return firstDirectory;
  }

  TiffDirectory directory(long offset) throws IOException {
    return TiffDirectory.read(this, offset);
  }

  /** Whether offsets have 64 bits. */
  boolean isBig() {
    return big;
  }

  long size() throws IOException {
    return bytes.size();
  }

  ByteBuffer read(long offset, int length) throws IOException {
    return bytes.read(offset, length).order(order);
  }
}

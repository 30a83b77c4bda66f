package io.scriptorium.renderer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The frame of a TIFF, which is also that of EXIF notes: tables of tagged values. */
final class TiffFile {
  private static final int BIG_TIFF = 43;
  private static final int PRIVATE_TAG = 65_000;

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

  /** Where the offset of the first table stands. */
  long firstDirectoryAt() {
    return big ? 8 : 4;
  }

  byte[] encodedOffset(long offset) {
    ByteBuffer bytes = ByteBuffer.allocate(big ? 8 : 4).order(order);
    return (big ? bytes.putLong(offset) : bytes.putInt((int) offset)).array();
  }

  /**
   * What makes a tag a private one of a single byte, put in place of its number, type and count.
   */
  byte[] encodedPrivateByte() {
    ByteBuffer bytes = ByteBuffer.allocate(big ? 12 : 8).order(order);
    bytes.putShort((short) PRIVATE_TAG).putShort((short) 1);
    return (big ? bytes.putLong(1) : bytes.putInt(1)).array();
  }

  byte[] encodedShort(int value) {
    return ByteBuffer.allocate(2).order(order).putShort((short) value).array();
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

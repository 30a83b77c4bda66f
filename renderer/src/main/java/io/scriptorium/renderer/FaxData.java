package io.scriptorium.renderer;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The packed data of a fax, which note when their reader, who takes byte by byte, wants more than
 * there is. Decoders fill rows that are not there with white.
 */
final class FaxData extends FilterInputStream {
  /** Some programs end rows where others begin them, and the decoder loses one or two. */
  private static final int MOST_MISSING = 2;

  private final boolean reversed;
  private boolean ended;

  /**
   * Wraps packed data.
   *
   * @param reversed whether the first pixel is in the lowest bit of a byte
   */
  FaxData(InputStream packed, boolean reversed) {
    super(new BufferedInputStream(packed));
    this.reversed = reversed;
  }

  /**
   * Whether the data ended before the picture did.
   *
   * @param unpacked what the decoder made of them
   * @param row bytes of a row
   * @param blackIsOne whether bits that are set are black
   */
  boolean isCutOff(byte[] unpacked, int row, boolean blackIsOne) {
    byte white = (byte) (blackIsOne ? 0 : 0xFF);
    int end = unpacked.length;
    while (end > 0 && unpacked[end - 1] == white) {
      end--;
    }
    return ended && (unpacked.length - end) / row > MOST_MISSING;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    ended |= value < 0;
    return value < 0 || !reversed ? value : Integer.reverse(value) >>> 24;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = in.read(bytes, from, length);
    for (int i = from; reversed && i < from + count; i++) {
      bytes[i] = (byte) (Integer.reverse(bytes[i] & 0xFF) >>> 24);
    }
    return count;
  }
}

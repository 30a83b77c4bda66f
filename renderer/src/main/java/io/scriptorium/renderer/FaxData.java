package io.scriptorium.renderer;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The packed data of a fax, which note when their reader, who takes byte by byte, wants more than
 * there is. Decoders fill rows that are not there with white.
 */
final class FaxData extends FilterInputStream {
  /** Some programs end rows where others begin them, and the decoder loses one or two. */
  private static final int MOST_MISSING = 2;

  private final boolean reversed;
  private boolean ended;
  private long whiteAtTheEnd;

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
   * A stream for what the decoder makes of the data, which hands it on and keeps none of it.
   *
   * @param blackIsOne whether bits that are set are black
   */
  OutputStream watching(OutputStream unpacked, boolean blackIsOne) {
    byte white = (byte) (blackIsOne ? 0 : 0xFF);
    return new FilterOutputStream(unpacked) {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        int end = from + length;
        while (end > from && bytes[end - 1] == white) {
          end--;
        }
        whiteAtTheEnd = end == from ? whiteAtTheEnd + length : from + length - end;
      }
    };
  }

  /**
   * Whether the data ended before the picture did; to be asked when all is unpacked.
   *
   * @param row bytes of a row
   */
  boolean isCutOff(int row) {
    return ended && whiteAtTheEnd / row > MOST_MISSING;
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

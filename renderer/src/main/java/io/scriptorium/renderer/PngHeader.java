package io.scriptorium.renderer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the chunks of a PNG, for its resolution and to see that it is whole. */
final class PngHeader {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;
  private static final int PHYS = 0x70485973;
  private static final int IEND = 0x49454E44;

  private PngHeader() {}

  /**
   * Reads all chunks.
   *
   * @throws EOFException if the file ends before the PNG does
   */
  static PictureFrame read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(file));
    in.skipNBytes(SIGNATURE_BYTES);
    Resolution resolution = Resolution.UNKNOWN;
    while (true) {
      long length = Integer.toUnsignedLong(in.readInt());
      int type = in.readInt();
      if (type == IEND) {
        return new PictureFrame(0, resolution, Orientation.UPRIGHT);
      }
      if (type == PHYS && length == 9) {
        resolution = physical(in);
      } else {
        in.skipNBytes(length);
      }
      in.skipNBytes(CHECKSUM_BYTES);
    }
  }

  private static Resolution physical(DataInputStream in) throws IOException {
    double across = Integer.toUnsignedLong(in.readInt());
    double down = Integer.toUnsignedLong(in.readInt());
    boolean perMetre = in.readByte() == 1;
    return perMetre ? Resolution.statedPerCentimetre(across / 100, down / 100) : Resolution.UNKNOWN;
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** Reads the header of a BMP. */
final class BmpHeader {
  private static final int DATA_OFFSET_AT = 10;
  private static final int INFO_AT = 14;
  private static final int OLD_INFO_BYTES = 12;
  private static final int INFO_BYTES = 40;
  private static final int RUN_LENGTH_8 = 1;
  private static final int RUN_LENGTH_4 = 2;
  private static final int JPEG = 4;
  private static final int PNG = 5;

  private BmpHeader() {}

  /**
   * Reads the header and looks whether the picture data are all there.
   *
   * @throws EOFException if they are not
   */
  static PictureFrame read(ImageInputStream in) throws IOException, RenderException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(DATA_OFFSET_AT);
    long dataOffset = in.readUnsignedInt();
    long infoBytes = in.readUnsignedInt();
    if (infoBytes == OLD_INFO_BYTES) {
      PictureShape shape = oldShape(in);
      requireData(in, dataOffset, shape, 0);
      return frame(shape, Resolution.UNKNOWN);
    }
    if (infoBytes < INFO_BYTES) {
      throw new IOException("a header of " + infoBytes + " bytes");
    }
    long width = in.readInt();
    // Rows run from the top where the height is negative.
    long height = Math.abs((long) in.readInt());
    in.readShort();
    int bits = in.readUnsignedShort();
    int packing = in.readInt();
    long dataBytes = in.readUnsignedInt();
    Resolution resolution =
        Resolution.statedPerCentimetre(in.readInt() / 100.0, in.readInt() / 100.0);
    if (packing == JPEG || packing == PNG) {
      throw new RenderException(
          Code.FORMAT_UNSUPPORTED, "the BMP is the wrapping of a JPEG or PNG, which is not read");
    }
    boolean packed = packing == RUN_LENGTH_8 || packing == RUN_LENGTH_4;
    PictureShape shape = new PictureShape(width, height, packed ? 8 : bits);
    requireData(in, dataOffset, shape, packed ? Math.max(1, dataBytes) : 0);
    return frame(shape, resolution);
  }

  private static PictureShape oldShape(ImageInputStream in) throws IOException {
    int width = in.readUnsignedShort();
    int height = in.readUnsignedShort();
    in.readShort();
    return new PictureShape(width, height, in.readUnsignedShort());
  }

  /** Rows are filled up to four bytes. */
  private static void requireData(
      ImageInputStream in, long offset, PictureShape shape, long packedBytes) throws IOException {
    double row = 4 * Math.ceil(shape.width() * shape.bitsPerPixel() / 32.0);
    double needed = packedBytes > 0 ? packedBytes : row * shape.height();
    if (offset < INFO_AT || offset + needed > in.length()) {
      throw new EOFException("picture data of " + needed + " bytes at " + offset);
    }
  }

  private static PictureFrame frame(PictureShape shape, Resolution resolution) {
    return new PictureFrame(shape, resolution, Orientation.UPRIGHT, null, List.of(), List.of());
  }
}

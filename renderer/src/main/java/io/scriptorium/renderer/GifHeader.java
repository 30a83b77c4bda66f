package io.scriptorium.renderer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** Walks over the blocks of a GIF. */
final class GifHeader {
  private static final int SIGNATURE_BYTES = 6;
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2C;
  private static final int END = 0x3B;
  private static final int HAS_COLORS = 0x80;

  private GifHeader() {}

  /**
   * Reads up to the second picture.
   *
   * @throws EOFException if the file ends before the first picture does
   */
  static PictureFrame read(ImageInputStream in) throws IOException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(SIGNATURE_BYTES + 4);
    int flags = in.readUnsignedByte();
    in.skipBytes(2);
    skipColors(in, flags);
    int block = nextPicture(in);
    if (block != PICTURE) {
      throw new EOFException("no picture");
    }
    in.skipBytes(4);
    PictureShape shape = new PictureShape(in.readUnsignedShort(), in.readUnsignedShort(), 8);
    skipColors(in, in.readUnsignedByte());
    skipParts(in);
    return new PictureFrame(
        shape,
        Resolution.UNKNOWN,
        Orientation.UPRIGHT,
        null,
        List.of(),
        hasAnother(in)
            ? List.of(
                new RenderWarning(
                    RenderWarning.Code.FIRST_PICTURE_ONLY,
                    "the GIF holds several pictures; the first is the page"))
            : List.of());
  }

  private static boolean hasAnother(ImageInputStream in) throws IOException {
    try {
      return nextPicture(in) == PICTURE;
    } catch (EOFException e) {
      // The picture is whole, and only the end mark is missing.
      return false;
    }
  }

  private static int nextPicture(ImageInputStream in) throws IOException {
    while (true) {
      int block = in.readUnsignedByte();
      if (block == PICTURE || block == END) {
        return block;
      }
      if (block != EXTENSION) {
        throw new IOException("a block of kind " + block);
      }
      skipParts(in);
    }
  }

  /** Passes over a byte, and then over parts that start with their length, up to an empty one. */
  private static void skipParts(ImageInputStream in) throws IOException {
    in.readByte();
    int length = in.readUnsignedByte();
    while (length > 0) {
      in.seek(in.getStreamPosition() + length);
      length = in.readUnsignedByte();
    }
  }

  private static void skipColors(ImageInputStream in, int flags) throws IOException {
    int colors = (flags & HAS_COLORS) == 0 ? 0 : 2 << (flags & 7);
    in.seek(in.getStreamPosition() + 3L * colors);
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The frame header of a JPEG.
 *
 * @param kind number of its marker after {@code SOF}: 0 and 1 sequential, 2 progressive, others are
 *     lossless, hierarchical or arithmetically coded
 * @param precision bits of a sample
 */
record JpegFrame(int kind, int precision, int height, int width, int components) {
  private static final int FIRST_MARKER = 0xC0;
  private static final int PROGRESSIVE = 2;
  private static final int FIRST_ARITHMETIC = 9;

  static boolean isFrame(int marker) {
    // C4, C8 and CC are tables and an extension that was never made.
    return (marker >= FIRST_MARKER && marker <= 0xCF && marker % 4 != 0) || marker == FIRST_MARKER;
  }

  static JpegFrame read(int marker, ImageInputStream in) throws IOException {
    return new JpegFrame(
        marker - FIRST_MARKER,
        in.readUnsignedByte(),
        in.readUnsignedShort(),
        in.readUnsignedShort(),
        in.readUnsignedByte());
  }

  PictureShape shape() {
    // A progressive picture is kept as coefficients of two bytes until its last scan.
    int bytes = kind == PROGRESSIVE ? 3 : 1;
    return new PictureShape(width, height, 8L * components * bytes);
  }

  void requireSupported(String what) throws RenderException {
    if (precision != 8) {
      throw unsupported(what + " has " + precision + " bits a sample; only 8 are read");
    }
    if (kind >= FIRST_ARITHMETIC) {
      throw unsupported(what + " is packed by arithmetic coding, which is not read");
    }
    if (kind > PROGRESSIVE) {
      throw unsupported(what + " is lossless or hierarchical, which is not read");
    }
  }

  private static RenderException unsupported(String message) {
    return new RenderException(Code.FORMAT_UNSUPPORTED, message);
  }
}

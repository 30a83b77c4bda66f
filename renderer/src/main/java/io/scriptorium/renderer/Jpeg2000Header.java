package io.scriptorium.renderer;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the boxes of a JP2 file, or a codestream that stands alone. */
final class Jpeg2000Header {
  private static final int CODESTREAM_START = 0xFF4F;
  private static final int HEADER = 0x6A703268;
  private static final int RESOLUTIONS = 0x72657320;
  private static final int CAPTURE_RESOLUTION = 0x72657363;
  private static final int COLOR = 0x636F6C72;
  private static final int PALETTE = 0x70636C72;
  private static final int CHANNELS = 0x63646566;
  private static final int CODESTREAM = 0x6A703263;

  private @Nullable Jpeg2000Codestream codestream;
  private final Jpeg2000Colors.Builder colors = new Jpeg2000Colors.Builder();
  private Resolution resolution = Resolution.UNKNOWN;

  private Jpeg2000Header() {}

  /**
   * Reads up to the end of the codestream.
   *
   * @throws java.io.EOFException if the file ends before it does
   */
  static Jpeg2000Picture read(ImageInputStream in, RenderOptions options)
      throws IOException, RenderException {
    Jpeg2000Header header = new Jpeg2000Header();
    in.seek(0);
    boolean bare = in.readUnsignedShort() == CODESTREAM_START;
    in.seek(0);
    if (bare) {
      header.readCodestream(in);
    } else {
      header.readBoxes(in, in.length());
    }
    if (header.codestream == null) {
      throw new IOException("no codestream");
    }
    header.codestream.requireSupported("the JPEG 2000");
    return Jpeg2000Picture.of(header.codestream, header.colors.build(), header.resolution, options);
  }

  private void readBoxes(ImageInputStream in, long end) throws IOException, RenderException {
    long at = in.getStreamPosition();
    while (at + 8 <= end && codestream == null) {
      in.seek(at);
      long length = in.readUnsignedInt();
      int type = in.readInt();
      if (length == 1) {
        length = in.readLong();
      } else if (length == 0) {
        length = end - at;
      }
      long start = in.getStreamPosition();
      if (length < start - at) {
        throw new IOException("a box of " + length + " bytes");
      }
      readBox(type, in, Math.min(end, at + length));
      at += length;
    }
  }

  private void readBox(int type, ImageInputStream in, long end)
      throws IOException, RenderException {
    int length = (int) Math.min(ColorProfile.MOST_BYTES, end - in.getStreamPosition());
    switch (type) {
      case HEADER, RESOLUTIONS -> readBoxes(in, end);
      case CAPTURE_RESOLUTION -> readResolution(in);
      case COLOR -> colors.readSpace(in, length);
      case PALETTE -> colors.readPalette(in);
      case CHANNELS -> colors.readChannels(in);
      case CODESTREAM -> readCodestream(in);
      default -> {
        // Texts and other pictures.
      }
    }
  }

  private void readCodestream(ImageInputStream in) throws IOException, RenderException {
    codestream = Jpeg2000Codestream.read(in);
    Jpeg2000Codestream.requireWhole(in);
  }

  /** Fractions with powers of ten, in pixels per metre. */
  private void readResolution(ImageInputStream in) throws IOException {
    double down = (double) in.readUnsignedShort() / in.readUnsignedShort();
    double across = (double) in.readUnsignedShort() / in.readUnsignedShort();
    double downPerMetre = down * Math.pow(10, in.readByte());
    double acrossPerMetre = across * Math.pow(10, in.readByte());
    resolution = Resolution.statedPerCentimetre(acrossPerMetre / 100, downPerMetre / 100);
  }
}

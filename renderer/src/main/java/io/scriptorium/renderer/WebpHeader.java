package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a WebP. */
final class WebpHeader {
  private static final int FIRST_CHUNK_AT = 12;
  private static final int LOSSY = fourCharacters("VP8 ");
  private static final int LOSSLESS = fourCharacters("VP8L");
  private static final int EXTENDED = fourCharacters("VP8X");
  private static final int PROFILE = fourCharacters("ICCP");
  private static final int EXIF = fourCharacters("EXIF");
  private static final int ANIMATED_FLAG = 0x02;
  private static final int PROFILE_FLAG = 0x20;
  private static final int MOST_EXIF_BYTES = 1 << 16;

  /** The decoder keeps four bytes a pixel beside those it hands over. */
  private static final int BITS_PER_PIXEL = 64;

  private @Nullable PictureShape canvas;
  private @Nullable PictureShape picture;
  private int flags;
  private long flagsAt;
  private boolean damagedProfile;
  private Orientation orientation = Orientation.UPRIGHT;

  private WebpHeader() {}

  /**
   * Reads all chunks.
   *
   * @throws EOFException if the file ends before the WebP does
   */
  static PictureFrame read(ImageInputStream in) throws IOException, RenderException {
    in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    in.seek(4);
    long end = 8 + in.readUnsignedInt();
    if (end > in.length()) {
      throw new EOFException("a WebP of " + end + " bytes");
    }
    WebpHeader header = new WebpHeader();
    long at = FIRST_CHUNK_AT;
    while (at + 8 <= end) {
      in.seek(at);
      int type = in.readInt();
      long length = in.readUnsignedInt();
      header.readChunk(type, length, in);
      at += 8 + length + (length & 1);
    }
    if (at - (at & 1) > end + 1) {
      throw new EOFException("the last chunk ends at " + at);
    }
    return header.toFrame();
  }

  private void readChunk(int type, long length, ImageInputStream in)
      throws IOException, RenderException {
    if (type == EXTENDED) {
      readExtended(in);
    } else if (type == LOSSY && picture == null) {
      in.skipBytes(6);
      picture = shape(in.readUnsignedShort() & 0x3FFF, in.readUnsignedShort() & 0x3FFF);
    } else if (type == LOSSLESS && picture == null) {
      in.skipBytes(1);
      int sizes = in.readInt();
      picture = shape(1 + (sizes & 0x3FFF), 1 + ((sizes >> 14) & 0x3FFF));
    } else if (type == PROFILE) {
      damagedProfile = !isProfile(in, length);
    } else if (type == EXIF && length <= MOST_EXIF_BYTES) {
      byte[] body = new byte[(int) length];
      in.readFully(body);
      boolean named = length > 6 && body[0] == 'E';
      orientation = ExifNotes.of(body, named ? 6 : 0).orientation();
    }
  }

  private void readExtended(ImageInputStream in) throws IOException, RenderException {
    flagsAt = in.getStreamPosition();
    flags = in.readUnsignedByte();
    if ((flags & ANIMATED_FLAG) != 0) {
      throw new RenderException(
          Code.FORMAT_UNSUPPORTED, "the WebP is animated; only still ones are read");
    }
    in.skipBytes(3);
    canvas =
        shape(
            1 + in.readUnsignedShort() + (in.readUnsignedByte() << 16),
            1 + in.readUnsignedShort() + (in.readUnsignedByte() << 16));
  }

  private static boolean isProfile(ImageInputStream in, long length) throws IOException {
    if (length > ColorProfile.MOST_BYTES) {
      return false;
    }
    byte[] body = new byte[(int) length];
    in.readFully(body);
    return ColorProfile.of(body, 3).isPresent();
  }

  private PictureFrame toFrame() throws IOException {
    if (picture == null || (canvas != null && !canvas.equals(picture))) {
      throw new IOException("no picture of the size that is stated");
    }
    List<FilePatch> patches = new ArrayList<>();
    List<RenderWarning> warnings = new ArrayList<>();
    if (damagedProfile && canvas != null) {
      patches.add(new FilePatch(flagsAt, new byte[] {(byte) (flags & ~PROFILE_FLAG)}));
      warnings.add(ColorProfile.IGNORED);
    }
    return new PictureFrame(picture, Resolution.UNKNOWN, orientation, null, patches, warnings);
  }

  private static PictureShape shape(int width, int height) {
    return new PictureShape(width, height, BITS_PER_PIXEL);
  }

  private static int fourCharacters(String text) {
    return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
  }
}

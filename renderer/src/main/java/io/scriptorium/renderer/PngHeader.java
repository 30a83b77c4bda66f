package io.scriptorium.renderer;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the chunks of a PNG; compressed texts are passed over. */
final class PngHeader {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;
  private static final int IHDR = 0x49484452;
  private static final int PHYS = 0x70485973;
  private static final int ICCP = 0x69434350;
  private static final int EXIF = 0x65584966;
  private static final int ACTL = 0x6163544C;
  private static final int IEND = 0x49454E44;

  private static final int COLOR = 2;
  private static final int PALETTE = 1;
  private static final int ALPHA = 4;
  private static final int MOST_NAME_BYTES = 79;
  private static final int MOST_EXIF_BYTES = 1 << 16;

  private @Nullable PictureShape shape;
  private boolean colored;
  private Resolution resolution = Resolution.UNKNOWN;
  private Orientation orientation = Orientation.UPRIGHT;
  private @Nullable ColorProfile profile;
  private final List<RenderWarning> warnings = new ArrayList<>();

  private PngHeader() {}

  /**
   * Reads all chunks.
   *
   * @throws EOFException if the file ends before the PNG does
   */
  static PictureFrame read(ImageInputStream in) throws IOException {
    in.seek(SIGNATURE_BYTES);
    PngHeader header = new PngHeader();
    while (header.readChunk(in)) {
      // Each chunk is taken in by its reader.
    }
    if (header.shape == null) {
      throw new IOException("no header");
    }
    return new PictureFrame(
        header.shape,
        header.resolution,
        header.orientation,
        header.profile == null ? null : header.profile.space(),
        List.of(),
        header.warnings);
  }

  /** False after the last chunk. */
  private boolean readChunk(ImageInputStream in) throws IOException {
    long length = in.readUnsignedInt();
    int type = in.readInt();
    long end = in.getStreamPosition() + length + CHECKSUM_BYTES;
    switch (type) {
      case IHDR -> readSize(in);
      case PHYS -> readDensity(in);
      case ICCP -> readProfile(in, length);
      case EXIF -> readExif(in, length);
      case ACTL ->
          warnings.add(
              new RenderWarning(
                  RenderWarning.Code.FIRST_PICTURE_ONLY,
                  "the PNG is animated; its still picture is the page"));
      default -> {
        // Texts, times and picture data.
      }
    }
    in.seek(end - 1);
    in.readByte();
    return type != IEND;
  }

  private void readSize(ImageInputStream in) throws IOException {
    long width = in.readUnsignedInt();
    long height = in.readUnsignedInt();
    int depth = in.readUnsignedByte();
    int kind = in.readUnsignedByte();
    if (Integer.bitCount(depth) != 1 || depth > 16 || kind > (COLOR | PALETTE | ALPHA)) {
      throw new IOException(depth + " bits of kind " + kind);
    }
    boolean indexed = (kind & PALETTE) != 0;
    int samples = (indexed || (kind & COLOR) == 0 ? 1 : 3) + ((kind & ALPHA) != 0 ? 1 : 0);
    shape = new PictureShape(width, height, (long) samples * depth);
    colored = (kind & COLOR) != 0;
  }

  private void readDensity(ImageInputStream in) throws IOException {
    double across = in.readUnsignedInt();
    double down = in.readUnsignedInt();
    boolean perMetre = in.readByte() == 1;
    resolution =
        perMetre ? Resolution.statedPerCentimetre(across / 100, down / 100) : Resolution.UNKNOWN;
  }

  private void readProfile(ImageInputStream in, long length) throws IOException {
    if (!colored) {
      return;
    }
    Optional<ColorProfile> found = Optional.empty();
    if (length <= ColorProfile.MOST_BYTES) {
      byte[] body = new byte[(int) length];
      in.readFully(body);
      int name = 0;
      while (name < Math.min(body.length - 2, MOST_NAME_BYTES) && body[name] != 0) {
        name++;
      }
      // The name ends with a zero, and the only way of packing has the number zero too.
      int start = name + 2;
      if (start < body.length) {
        found = ColorProfile.ofDeflated(Arrays.copyOfRange(body, start, body.length), 3);
      }
    }
    profile = found.orElse(null);
    if (profile == null) {
      warnings.add(ColorProfile.IGNORED);
    }
  }

  private void readExif(ImageInputStream in, long length) throws IOException {
    if (length <= MOST_EXIF_BYTES) {
      byte[] body = new byte[(int) length];
      in.readFully(body);
      orientation = ExifNotes.of(body, 0).orientation();
    }
  }
}

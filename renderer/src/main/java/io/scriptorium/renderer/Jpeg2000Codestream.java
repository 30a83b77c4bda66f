package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/**
 * The main header of a JPEG 2000 codestream.
 *
 * @param levels how often the picture can be halved while it is decoded
 */
record Jpeg2000Codestream(long width, long height, List<Component> components, int levels) {
  private static final int START = 0xFF4F;
  private static final int SIZE = 0xFF51;
  private static final int CODING = 0xFF52;
  private static final int TILE_PART = 0xFF90;
  private static final int END = 0xFFD9;
  private static final int MOST_LEVELS = 32;
  private static final int MOST_COMPONENTS = 64;
  private static final int MOST_TILES = 65_535;

  /** Coefficients are integers, which are transformed into another array of them. */
  private static final int BITS_PER_SAMPLE = 64;

  /** How samples of one kind are stored. */
  record Component(int bits, boolean signed, boolean subsampled) {}

  Jpeg2000Codestream {
    components = List.copyOf(components);
  }

  /** Reads from the start of a codestream to its first tile. */
  static Jpeg2000Codestream read(ImageInputStream in) throws IOException, RenderException {
    if (in.readUnsignedShort() != START || in.readUnsignedShort() != SIZE) {
      throw new IOException("no start of a codestream");
    }
    long next = in.getStreamPosition() + in.readUnsignedShort();
    in.skipBytes(2);
    long right = in.readUnsignedInt();
    long bottom = in.readUnsignedInt();
    long left = in.readUnsignedInt();
    long top = in.readUnsignedInt();
    requireFewTiles(right, bottom, in.readUnsignedInt(), in.readUnsignedInt());
    in.skipBytes(8);
    int count = in.readUnsignedShort();
    if (count < 1 || count > MOST_COMPONENTS) {
      throw new IOException(count + " components");
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int depth = in.readUnsignedByte();
      int everyColumn = in.readUnsignedByte();
      int everyRow = in.readUnsignedByte();
      boolean subsampled = everyColumn != 1 || everyRow != 1;
      components.add(new Component(1 + (depth & 0x7F), depth > 0x7F, subsampled));
    }
    in.seek(next);
    return new Jpeg2000Codestream(right - left, bottom - top, components, readLevels(in));
  }

  private static void requireFewTiles(long right, long bottom, long width, long height)
      throws IOException {
    if (width < 1
        || height < 1
        || Math.ceil((double) right / width) * Math.ceil((double) bottom / height) > MOST_TILES) {
      throw new IOException("tiles of " + width + " x " + height);
    }
  }

  private static int readLevels(ImageInputStream in) throws IOException {
    int levels = 0;
    int marker = in.readUnsignedShort();
    while (marker != TILE_PART) {
      long next = in.getStreamPosition() + in.readUnsignedShort();
      if (marker == CODING) {
        in.skipBytes(5);
        levels = Math.min(MOST_LEVELS, in.readUnsignedByte());
      }
      in.seek(next);
      marker = in.readUnsignedShort();
    }
    in.seek(in.getStreamPosition() - 2);
    return levels;
  }

  /**
   * Walks over the tiles, from the first one.
   *
   * @throws EOFException if the file ends before they do
   */
  static void requireWhole(ImageInputStream in) throws IOException {
    int marker = in.readUnsignedShort();
    while (marker == TILE_PART) {
      long start = in.getStreamPosition() - 2;
      in.skipBytes(4);
      long length = in.readUnsignedInt();
      if (length == 0) {
        // The last part reaches to the end of the codestream, wherever that is.
        return;
      }
      if (length < 12) {
        throw new IOException("a tile of " + length + " bytes");
      }
      in.seek(start + length);
      marker = in.readUnsignedShort();
    }
    if (marker != END) {
      throw new EOFException("tiles end with " + marker);
    }
  }

  void requireSupported(String what) throws RenderException {
    for (Component component : components) {
      if (component.subsampled()) {
        throw new RenderException(
            Code.FORMAT_UNSUPPORTED,
            what + " has components of unlike resolution, which are not read");
      }
      if (component.bits() > 16) {
        throw new RenderException(
            Code.FORMAT_UNSUPPORTED,
            what + " has " + component.bits() + " bits a sample; at most 16 are read");
      }
    }
  }

  /** What decoding takes when each side is halved so many times. */
  PictureShape shape(int halvings) {
    return new PictureShape(
        Math.max(1, width >> halvings),
        Math.max(1, height >> halvings),
        (long) BITS_PER_SAMPLE * components.size());
  }

  /**
   * How often the sides are halved while decoding: as long as there are more pixels than are handed
   * on, and until the picture fits the budget.
   */
  int halvings(RenderOptions options) {
    int halvings = 0;
    while (halvings < levels
        && (shape(halvings + 1).pixels() >= options.maxPixels()
            || !shape(halvings).isWithin(options))) {
      halvings++;
    }
    return halvings;
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.awt.color.ColorSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A page of a TIFF, looked at before it is decoded. */
final class TiffPicture {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int FILL_ORDER = 266;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int PLANAR_CONFIGURATION = 284;
  private static final int GROUP_3_OPTIONS = 292;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int JPEG_STREAM = 513;
  private static final int COLOR_PROFILE = 34_675;

  /** What decoding needs; the rest is about other programs. */
  private static final Set<Integer> WANTED =
      Set.of(
          254,
          255,
          WIDTH,
          HEIGHT,
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          263,
          FILL_ORDER,
          STRIP_OFFSETS,
          274,
          SAMPLES_PER_PIXEL,
          ROWS_PER_STRIP,
          STRIP_BYTE_COUNTS,
          PLANAR_CONFIGURATION,
          GROUP_3_OPTIONS,
          293,
          317,
          318,
          319,
          320,
          TILE_WIDTH,
          TILE_HEIGHT,
          TILE_OFFSETS,
          TILE_BYTE_COUNTS,
          332,
          334,
          338,
          339,
          347,
          512,
          JPEG_STREAM,
          514,
          515,
          517,
          518,
          519,
          520,
          521,
          529,
          530,
          531,
          532);

  private static final int OLD_JPEG = 6;
  private static final int JPEG = 7;
  private static final Set<Integer> COMPRESSIONS =
      Set.of(1, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32_773, 32_946, 50_013);

  private static final int UNSIGNED = 1;
  private static final int REAL = 3;
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int SEPARATED = 5;
  private static final int YCBCR = 6;
  private static final int CIE_LAB = 8;
  private static final int ICC_LAB = 9;
  private static final Set<Integer> COLORS =
      Set.of(WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, 3, 4, SEPARATED, YCBCR, CIE_LAB, ICC_LAB, 10);

  private static final int SAMPLE_FORMAT = 339;
  private static final Set<Integer> SAMPLE_FORMATS = Set.of(UNSIGNED, REAL, 4);

  private static final int PLANAR = 2;
  private static final int MOST_SAMPLES = 64;

  private final int number;
  private final TiffFile file;
  private final TiffDirectory directory;
  private final FileChannel channel;
  private final RenderOptions options;

  TiffPicture(
      int number,
      TiffFile file,
      TiffDirectory directory,
      FileChannel channel,
      RenderOptions options) {
    this.number = number;
    this.file = file;
    this.directory = directory;
    this.channel = channel;
    this.options = options;
  }

  static RenderException cutOff(int number) {
    return new RenderException(Code.PAGE_DAMAGED, "page " + number + " is cut off or missing");
  }

  PictureFrame frame() throws IOException, RenderException {
    requireSupported();
    PictureShape shape = shape(integer(WIDTH, 0), integer(HEIGHT, 0));
    shape.requireWithin(options, "page " + number);
    requirePieces();
    int colors = (int) integer(PHOTOMETRIC, 1);
    List<FilePatch> patches = new ArrayList<>(directory.patchesLeavingOnly(WANTED));
    LabSpace lab = lab(colors);
    if (lab != null) {
      // The decoder would convert with another white; so it sees plain samples.
      patches.add(directory.patchOfShort(PHOTOMETRIC, RGB));
      return frame(shape, lab, patches, List.of());
    }
    if (!directory.has(COLOR_PROFILE) || colors == WHITE_IS_ZERO || colors == BLACK_IS_ZERO) {
      return frame(shape, null, patches, List.of());
    }
    byte[] bytes = directory.bytes(COLOR_PROFILE, ColorProfile.MOST_BYTES);
    Optional<ColorProfile> profile = ColorProfile.of(bytes, colors == SEPARATED ? 4 : 3);
    return frame(
        shape,
        profile.map(ColorProfile::space).orElse(null),
        patches,
        profile.isEmpty() ? List.of(ColorProfile.IGNORED) : List.of());
  }

  private PictureFrame frame(
      PictureShape shape,
      @Nullable ColorSpace space,
      List<FilePatch> patches,
      List<RenderWarning> warnings) {
    return new PictureFrame(
        shape, directory.resolution(), directory.orientation(), space, patches, warnings);
  }

  private @Nullable LabSpace lab(int colors) {
    if (samples() != 3 || (bits()[0] != 8 && bits()[0] != 16)) {
      return null;
    }
    return switch (colors) {
      case CIE_LAB -> LabSpace.SIGNED;
      case ICC_LAB -> LabSpace.SHIFTED;
      default -> null;
    };
  }

  private void requireSupported() throws RenderException {
    int compression = (int) integer(COMPRESSION, 1);
    if (!COMPRESSIONS.contains(compression)) {
      throw unsupported("is packed in way " + compression + " of TIFF, which is not read");
    }
    int colors = (int) integer(PHOTOMETRIC, 1);
    if (!COLORS.contains(colors)) {
      throw unsupported("has colours of kind " + colors + " of TIFF, which are not read");
    }
    int format = (int) integer(SAMPLE_FORMAT, UNSIGNED);
    if (!SAMPLE_FORMATS.contains(format)) {
      throw unsupported("has samples of kind " + format + " of TIFF, which are not read");
    }
    double[] bits = bits();
    for (double others : bits) {
      if (others != bits[0] && bits.length != 3) {
        throw unsupported("has samples of unlike numbers of bits, which are not read");
      }
    }
  }

  private RenderException unsupported(String what) {
    return new RenderException(Code.FORMAT_UNSUPPORTED, "page " + number + " " + what);
  }

  private PictureShape shape(long width, long height) {
    long bits = samples() * (long) Math.max(1, bits()[0]);
    if (isJpeg() || integer(PHOTOMETRIC, 1) == YCBCR) {
      // The strip or tile at hand is held as the JPEG decoder gives it, too.
      bits = Math.max(bits, 24) * 2;
    }
    return new PictureShape(width, height, bits);
  }

  /** Requires that all strips or tiles are in the file, and that each can be decoded. */
  private void requirePieces() throws IOException, RenderException {
    boolean tiled = directory.has(TILE_OFFSETS);
    long width = integer(WIDTH, 0);
    long height = integer(HEIGHT, 0);
    long pieceWidth = directory.has(TILE_WIDTH) ? integer(TILE_WIDTH, 0) : width;
    long pieceHeight =
        directory.has(TILE_HEIGHT)
            ? integer(TILE_HEIGHT, 0)
            : Math.min(height, integer(ROWS_PER_STRIP, height));
    if (pieceWidth < 1 || pieceHeight < 1) {
      throw cutOff(number);
    }
    shape(pieceWidth, pieceHeight).requireWithin(options, "a piece of page " + number);
    if (integer(COMPRESSION, 1) == OLD_JPEG && directory.has(JPEG_STREAM)) {
      requireJpeg(integer(JPEG_STREAM, 0));
      return;
    }
    long across = (width + pieceWidth - 1) / pieceWidth;
    long down = (height + pieceHeight - 1) / pieceHeight;
    long planes = integer(PLANAR_CONFIGURATION, 1) == PLANAR ? samples() : 1;
    double[] offsets = directory.numbers(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    double[] lengths = directory.numbers(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS);
    if (offsets.length < across * down * planes) {
      throw cutOff(number);
    }
    for (int i = 0; i < across * down * planes; i++) {
      // Some writers leave lengths out; then a piece ends where the next one starts.
      double length = i < lengths.length ? lengths[i] : 1;
      if (offsets[i] < 8 || offsets[i] + Math.max(1, length) > file.size()) {
        throw cutOff(number);
      }
      if (integer(COMPRESSION, 1) == JPEG) {
        requireJpeg((long) offsets[i]);
      } else if (isFax()) {
        long piece = i / across;
        long rows = tiled ? pieceHeight : Math.min(pieceHeight, height - piece * pieceHeight);
        long packed = i < lengths.length ? (long) lengths[i] : file.size() - (long) offsets[i];
        requireFax((long) offsets[i], packed, (int) pieceWidth, (int) rows);
      }
    }
  }

  /** A JPEG inside has its own size, whatever the tags say. */
  private void requireJpeg(long offset) throws IOException, RenderException {
    try (ImageInputStream in = new PatchedInput(channel, List.of())) {
      in.seek(offset);
      JpegFrame jpeg = JpegHeader.readFrame(in);
      String what = "a JPEG of page " + number;
      jpeg.requireSupported(what);
      jpeg.shape().requireWithin(options, what);
    }
  }

  private boolean isFax() {
    return FaxStrip.isFax((int) integer(COMPRESSION, 1)) && samples() == 1 && bits()[0] == 1;
  }

  private void requireFax(long offset, long length, int columns, int rows)
      throws IOException, RenderException {
    FaxStrip strip =
        new FaxStrip(
            (int) integer(COMPRESSION, 1),
            (integer(GROUP_3_OPTIONS, 0) & 1) != 0,
            integer(FILL_ORDER, 1) == 2,
            columns,
            rows);
    try (InputStream packed = new ChannelPart(channel, offset, length)) {
      if (!strip.isWhole(packed)) {
        throw cutOff(number);
      }
    }
  }

  private boolean isJpeg() {
    return integer(COMPRESSION, 1) == JPEG || integer(COMPRESSION, 1) == OLD_JPEG;
  }

  private long samples() {
    return Math.max(1, Math.min(MOST_SAMPLES, integer(SAMPLES_PER_PIXEL, 1)));
  }

  private double[] bits() {
    try {
      double[] bits = directory.numbers(BITS_PER_SAMPLE);
      return bits.length == 0 ? new double[] {1} : bits;
    } catch (IOException e) {
      return new double[] {1};
    }
  }

  private long integer(int tag, long otherwise) {
    return (long) directory.number(tag, otherwise);
  }
}

package io.scriptorium.renderer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the segments of a JPEG. */
final class JpegHeader {
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int PROFILE = 0xE2;
  private static final int RED = 'R';
  private static final String EXIF_NAME = "Exif\0\0";
  private static final String PROFILE_NAME = "ICC_PROFILE\0";

  private @Nullable JpegFrame frame;
  private int firstComponent;
  private Resolution resolution = Resolution.UNKNOWN;
  private Orientation orientation = Orientation.UPRIGHT;
  private final SortedMap<Integer, byte[]> profileParts = new TreeMap<>();
  private final List<FilePatch> withoutProfile = new ArrayList<>();

  private JpegHeader() {}

  /**
   * Reads the segments before the picture data, and looks for the end of these.
   *
   * @throws EOFException if the file ends before the JPEG does
   */
  static PictureFrame read(ImageInputStream in) throws IOException, RenderException {
    JpegHeader header = new JpegHeader();
    header.readSegments(in);
    skipToEnd(in);
    return header.toFrame();
  }

  /** Reads no further than the frame header. */
  static JpegFrame readFrame(ImageInputStream in) throws IOException {
    JpegHeader header = new JpegHeader();
    while (header.frame == null) {
      if (!header.readSegment(in)) {
        throw new EOFException("no frame header");
      }
    }
    return header.frame;
  }

  /**
   * The frame header of a JPEG whose colours PDF takes as we do: grey, or YCbCr without a profile.
   */
  static Optional<JpegFrame> readPlain(ImageInputStream in) throws IOException {
    JpegHeader header = new JpegHeader();
    header.readSegments(in);
    return Optional.ofNullable(header.frame)
        .filter(
            frame ->
                frame.components() == 1
                    || (frame.components() == 3
                        && header.firstComponent != RED
                        && header.profileParts.isEmpty()));
  }

  private PictureFrame toFrame() throws IOException, RenderException {
    if (frame == null) {
      throw new IOException("no frame header");
    }
    frame.requireSupported("the JPEG");
    PictureShape shape = frame.shape();
    boolean colored = frame.components() > 2;
    if (colored && !profileParts.isEmpty()) {
      ByteArrayOutputStream profile = new ByteArrayOutputStream();
      profileParts.values().forEach(profile::writeBytes);
      if (ColorProfile.of(profile.toByteArray(), frame.components()).isEmpty()) {
        return new PictureFrame(
            shape, resolution, orientation, null, withoutProfile, List.of(ColorProfile.IGNORED));
      }
    }
    // The decoder sees a sound profile and applies it; only it knows inks before they are mixed.
    return new PictureFrame(shape, resolution, orientation, null, List.of(), List.of());
  }

  private void readSegments(ImageInputStream in) throws IOException {
    while (readSegment(in)) {
      // Each segment is taken in by its reader.
    }
  }

  /** False before the picture data. */
  private boolean readSegment(ImageInputStream in) throws IOException {
    int marker = nextMarker(in);
    if (marker == START_OF_SCAN) {
      return false;
    }
    if (marker == END_OF_IMAGE) {
      throw new EOFException("no picture data");
    }
    if (isBare(marker)) {
      return true;
    }
    int length = in.readUnsignedShort() - 2;
    if (length < 0) {
      throw new IOException("a segment of " + length + " bytes");
    }
    long start = in.getStreamPosition();
    if (JpegFrame.isFrame(marker)) {
      frame = JpegFrame.read(marker, in);
      firstComponent = in.readUnsignedByte();
    } else if (marker == JFIF) {
      readJfif(bytes(in, length));
    } else if (marker == EXIF) {
      readExif(bytes(in, length));
    } else if (marker == PROFILE) {
      readProfile(bytes(in, length), start);
    }
    in.seek(start + length);
    return true;
  }

  private static boolean isBare(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private static byte[] bytes(ImageInputStream in, int length) throws IOException {
    byte[] body = new byte[length];
    in.readFully(body);
    return body;
  }

  private static int nextMarker(ImageInputStream in) throws IOException {
    int value;
    do {
      while (in.readUnsignedByte() != 0xFF) {
        // Stray bytes between segments are passed over, as decoders do.
      }
      do {
        value = in.readUnsignedByte();
      } while (value == 0xFF);
    } while (value == 0);
    return value;
  }

  private void readJfif(byte[] body) {
    if (body.length < 12 || !startsWith(body, "JFIF\0")) {
      return;
    }
    ByteBuffer fields = ByteBuffer.wrap(body);
    int across = Short.toUnsignedInt(fields.getShort(8));
    int down = Short.toUnsignedInt(fields.getShort(10));
    resolution =
        switch (body[7]) {
          case 1 -> Resolution.stated(across, down);
          case 2 -> Resolution.statedPerCentimetre(across, down);
          default -> Resolution.UNKNOWN;
        };
  }

  private void readExif(byte[] body) {
    if (startsWith(body, EXIF_NAME)) {
      ExifNotes notes = ExifNotes.of(body, EXIF_NAME.length());
      orientation = notes.orientation();
      if (resolution.equals(Resolution.UNKNOWN)) {
        resolution = notes.resolution();
      }
    }
  }

  private void readProfile(byte[] body, long start) {
    int head = PROFILE_NAME.length() + 2;
    if (body.length >= head && startsWith(body, PROFILE_NAME)) {
      int part = Byte.toUnsignedInt(body[PROFILE_NAME.length()]);
      profileParts.put(part, Arrays.copyOfRange(body, head, body.length));
      withoutProfile.add(new FilePatch(start, new byte[1]));
    }
  }

  private static boolean startsWith(byte[] body, String name) {
    return body.length >= name.length()
        && new String(body, 0, name.length(), ISO_8859_1).equals(name);
  }

  /** Picture data cannot hold the end marker: every FF in them is followed by a zero. */
  private static void skipToEnd(ImageInputStream in) throws IOException {
    byte[] block = new byte[1 << 16];
    boolean afterMark = false;
    while (true) {
      int count = in.read(block, 0, block.length);
      if (count < 0) {
        throw new EOFException("no end of the picture");
      }
      for (int i = 0; i < count; i++) {
        int value = block[i] & 0xFF;
        if (afterMark && value == END_OF_IMAGE) {
          return;
        }
        afterMark = value == 0xFF;
      }
    }
  }
}

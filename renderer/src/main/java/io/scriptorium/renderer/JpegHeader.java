package io.scriptorium.renderer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads the segments of a JPEG, for resolution and orientation and to see that it is whole. */
final class JpegHeader {
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final String EXIF_NAME = "Exif\0\0";

  private Resolution resolution = Resolution.UNKNOWN;
  private Orientation orientation = Orientation.UPRIGHT;

  private JpegHeader() {}

  /**
   * Reads the segments before the picture data, and looks for the end of these.
   *
   * @throws EOFException if the file ends before the JPEG does
   */
  static PictureFrame read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16));
    in.skipNBytes(2);
    JpegHeader header = new JpegHeader();
    header.readSegments(in);
    skipToEnd(in);
    return new PictureFrame(0, header.resolution, header.orientation);
  }

  private void readSegments(DataInputStream in) throws IOException {
    while (true) {
      int marker = nextMarker(in);
      if (marker == START_OF_SCAN) {
        return;
      }
      if (marker == END_OF_IMAGE) {
        throw new EOFException("no picture data");
      }
      int length = in.readUnsignedShort() - 2;
      if (length < 0) {
        throw new IOException("a segment of " + length + " bytes");
      }
      if (marker == JFIF) {
        readJfif(in.readNBytes(length));
      } else if (marker == EXIF) {
        readExif(in.readNBytes(length));
      } else {
        in.skipNBytes(length);
      }
    }
  }

  private static int nextMarker(DataInputStream in) throws IOException {
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
    if (body.length < 12 || !new String(body, 0, 5, ISO_8859_1).equals("JFIF\0")) {
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
    int start = EXIF_NAME.length();
    if (body.length < start || !new String(body, 0, start, ISO_8859_1).equals(EXIF_NAME)) {
      return;
    }
    try {
      TiffFile tags = TiffFile.of(RandomBytes.of(body, start));
      TiffDirectory directory = tags.directory(tags.firstDirectory());
      orientation = directory.orientation();
      if (resolution.equals(Resolution.UNKNOWN)) {
        resolution = directory.resolution();
      }
    } catch (IOException e) {
      // A broken note beside the picture leaves the picture as it is.
    }
  }

  /** Picture data cannot hold the end marker: every FF in them is followed by a zero. */
  private static void skipToEnd(DataInputStream in) throws IOException {
    while (true) {
      if (in.readUnsignedByte() == 0xFF) {
        int value = in.readUnsignedByte();
        while (value == 0xFF) {
          value = in.readUnsignedByte();
        }
        if (value == END_OF_IMAGE) {
          return;
        }
      }
    }
  }
}

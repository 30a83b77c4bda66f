package io.scriptorium.renderer;

import io.scriptorium.renderer.RenderException.Code;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of a JPEG 2000 mean.
 *
 * @param space number of the colour space in the standard, 0 if none is stated
 * @param profile bytes of a colour profile, if there is one in place of the number
 * @param palette a column of samples for each colour, 8 bits each; null if samples are colours
 * @param alpha component that is stated to tell how opaque a pixel is, -1 if none is
 */
@SuppressWarnings("ArrayRecordComponent")
record Jpeg2000Colors(
    int space, byte @Nullable [] profile, byte @Nullable [][] palette, int alpha) {
  static final int CMYK = 12;
  static final int SRGB = 16;
  static final int GREY = 17;
  static final int SYCC = 18;

  /** Takes in the boxes of a header. */
  static final class Builder {
    private static final int BY_NUMBER = 1;
    private static final int MOST_ENTRIES = 1024;

    private int space;
    private byte @Nullable [] profile;
    private byte @Nullable [][] palette;
    private int alpha = -1;
    private boolean known;

    /** Only the first statement counts; others are for other readers. */
    void readSpace(ImageInputStream in, int length) throws IOException, RenderException {
      if (known) {
        return;
      }
      int method = in.readUnsignedByte();
      in.skipBytes(2);
      if (method == BY_NUMBER) {
        space = in.readInt();
        if (space != CMYK && space != SRGB && space != GREY && space != SYCC) {
          throw new RenderException(
              Code.FORMAT_UNSUPPORTED,
              "the JPEG 2000 has colours of kind " + space + ", which are not read");
        }
      } else {
        profile = new byte[Math.max(0, length - 3)];
        in.readFully(profile);
      }
      known = true;
    }

    void readPalette(ImageInputStream in) throws IOException {
      int entries = in.readUnsignedShort();
      int columns = in.readUnsignedByte();
      if (entries < 1 || entries > MOST_ENTRIES || columns < 1) {
        throw new IOException("a palette of " + entries + " x " + columns);
      }
      int[] bits = new int[columns];
      for (int i = 0; i < columns; i++) {
        bits[i] = 1 + (in.readUnsignedByte() & 0x7F);
      }
      byte[][] samples = new byte[columns][entries];
      for (int entry = 0; entry < entries; entry++) {
        for (int column = 0; column < columns; column++) {
          int value = bits[column] > 8 ? in.readUnsignedShort() : in.readUnsignedByte();
          samples[column][entry] = (byte) (value * 255L / ((1L << bits[column]) - 1));
        }
      }
      palette = samples;
    }

    void readChannels(ImageInputStream in) throws IOException {
      int count = in.readUnsignedShort();
      Map<Integer, Integer> kinds = new HashMap<>();
      for (int i = 0; i < count; i++) {
        int channel = in.readUnsignedShort();
        kinds.put(channel, in.readUnsignedShort());
        in.skipBytes(2);
      }
      kinds.forEach(
          (channel, kind) -> {
            if (kind == 1 || kind == 2) {
              alpha = channel;
            }
          });
    }

    Jpeg2000Colors build() {
      return new Jpeg2000Colors(space, profile, palette, alpha);
    }
  }

  /**
   * Which of so many samples tells how opaque a pixel is; -1 if none. Many writers add one to
   * colours and leave the statement out.
   */
  int alpha(int samples) {
    if (alpha >= 0) {
      return alpha < samples ? alpha : -1;
    }
    boolean extra = samples == 2 || (samples == 4 && space != CMYK && profile == null);
    return extra ? samples - 1 : -1;
  }

  /** How many samples make a pixel, once a palette has been applied. */
  int samples(int components) {
    return palette == null ? components : palette.length;
  }
}

package io.scriptorium.renderer;

import java.awt.color.CMMException;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A colour profile of a picture that has been tried out. */
record ColorProfile(ICC_ColorSpace space) {
  /** Room for the tables of any press; those of cameras and scanners have a few KiB. */
  static final int MOST_BYTES = 8 << 20;

  static final RenderWarning IGNORED =
      new RenderWarning(
          RenderWarning.Code.COLOR_PROFILE_IGNORED,
          "the colour profile is damaged or too large; colours are taken without it");

  private static final int HEADER_BYTES = 128;
  private static final int TAG_BYTES = 12;
  private static final int SIGNATURE_AT = 36;
  private static final int SIGNATURE = 0x61637370;
  private static final int MOST_TAGS = 256;

  /**
   * A profile that colours of so many components can be converted with; empty if it is none.
   *
   * @param bytes of an ICC profile, perhaps followed by others
   */
  static Optional<ColorProfile> of(byte[] bytes, int components) {
    if (!isWhole(bytes)) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(bytes).getInt(0);
    try {
      ICC_Profile profile = ICC_Profile.getInstance(Arrays.copyOf(bytes, length));
      if (profile.getNumComponents() != components) {
        return Optional.empty();
      }
      ICC_ColorSpace space = new ICC_ColorSpace(profile);
      float[] color = new float[components];
      Arrays.fill(color, 0.5f);
      space.toRGB(color);
      return Optional.of(new ColorProfile(space));
    } catch (IllegalArgumentException | CMMException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The same of a profile packed by Deflate; empty also if it unpacks to more than the limit. */
  static Optional<ColorProfile> ofDeflated(byte[] packed, int components) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] header = new byte[HEADER_BYTES];
      if (inflater.inflate(header) < HEADER_BYTES) {
        return Optional.empty();
      }
      // The profile says how long it is, so that what follows it is never unpacked.
      int length = ByteBuffer.wrap(header).getInt(0);
      if (length <= HEADER_BYTES || length > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Arrays.copyOf(header, length);
      int filled = HEADER_BYTES;
      while (filled < length) {
        int count = inflater.inflate(bytes, filled, length - filled);
        if (count == 0) {
          return Optional.empty();
        }
        filled += count;
      }
      return of(bytes, components);
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  /** Checked here, because the library below is native code. */
  private static boolean isWhole(byte[] bytes) {
    if (bytes.length < HEADER_BYTES + 4 || bytes.length > MOST_BYTES) {
      return false;
    }
    ByteBuffer profile = ByteBuffer.wrap(bytes);
    int length = profile.getInt(0);
    int tags = profile.getInt(HEADER_BYTES);
    long tagsEnd = HEADER_BYTES + 4L + (long) tags * TAG_BYTES;
    if (profile.getInt(SIGNATURE_AT) != SIGNATURE
        || tags < 1
        || tags > MOST_TAGS
        || length > bytes.length
        || tagsEnd > length) {
      return false;
    }
    for (int at = HEADER_BYTES + 4; at < tagsEnd; at += TAG_BYTES) {
      long offset = Integer.toUnsignedLong(profile.getInt(at + 4));
      long size = Integer.toUnsignedLong(profile.getInt(at + 8));
      if (offset + size > length) {
        return false;
      }
    }
    return true;
  }
}

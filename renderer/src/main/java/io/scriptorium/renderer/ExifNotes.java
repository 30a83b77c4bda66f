package io.scriptorium.renderer;

import java.io.IOException;

/** What a camera or scanner wrote beside a picture. */
record ExifNotes(Orientation orientation, Resolution resolution) {
  private static final ExifNotes NONE = new ExifNotes(Orientation.UPRIGHT, Resolution.UNKNOWN);

  /** A note that cannot be read counts as absent; the picture may be fine. */
  static ExifNotes of(byte[] bytes, int start) {
    try {
      TiffFile tags = TiffFile.of(RandomBytes.of(bytes, start));
      TiffDirectory directory = tags.directory(tags.firstDirectory());
      return new ExifNotes(directory.orientation(), directory.resolution());
    } catch (IOException e) {
      return NONE;
    }
  }
}

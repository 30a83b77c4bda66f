package io.scriptorium.renderer;

import java.awt.geom.AffineTransform;

/**
 * How a stored picture is turned to stand upright, as EXIF and TIFF say it.
 *
 * @param swapped rows become columns
 * @param fromRight source columns run from the right
 * @param fromBelow source rows run from below
 */
record Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** The meaning of the tag; anything else than 1 to 8 is taken for upright. */
  static Orientation ofTag(long tag) {
    return switch ((int) Math.max(0, Math.min(tag, 9))) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, false, true);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, true, false);
      default -> UPRIGHT;
    };
  }

  /**
   * The way from the pixels of the turned picture back to those of the stored one.
   *
   * @param width of the stored picture
   * @param height of the stored picture
   */
  AffineTransform toSource(int width, int height) {
    AffineTransform way =
        new AffineTransform(
            fromRight ? -1 : 1,
            0,
            0,
            fromBelow ? -1 : 1,
            fromRight ? width : 0,
            fromBelow ? height : 0);
    if (swapped) {
      way.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
    }
    return way;
  }

  RasterImage turn(RasterImage image) {
    if (equals(UPRIGHT)) {
      return image;
    }
    int width = swapped ? image.height() : image.width();
    int height = swapped ? image.width() : image.height();
    byte[] from = image.rgb();
    byte[] to = new byte[from.length];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        int sourceX = fromRight ? image.width() - 1 - column : column;
        int sourceY = fromBelow ? image.height() - 1 - row : row;
        int source = 3 * (sourceY * image.width() + sourceX);
        to[at++] = from[source];
        to[at++] = from[source + 1];
        to[at++] = from[source + 2];
      }
    }
    return new RasterImage(width, height, to);
  }
}

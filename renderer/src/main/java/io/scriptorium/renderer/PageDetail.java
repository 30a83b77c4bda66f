package io.scriptorium.renderer;

import java.util.Arrays;

/**
 * Chooses the resolution of a drawn page: that asked for, or a finer one if much of the page is set
 * so small that its letters would not be legible, or if it is a scan in several pieces.
 */
final class PageDetail {
  /** Times the resolution asked for. */
  static final double MOST_REFINED = 2;

  /** Pixels an em needs; 6 point type has this many at 192 dpi. */
  private static final double LEGIBLE_EM = 16;

  /** Fewer characters may be a mark such as the sign for a trade name. */
  private static final int WORTH_IT = 20;

  /** Part of a page that pieces of a scan cover. */
  private static final double MOST_OF_PAGE = 0.8;

  private float[] sizes = new float[64];
  private int characters;
  private double pictured;
  private double pictureDpi;

  /**
   * Counts a visible character.
   *
   * @param points its height
   */
  void addCharacter(double points) {
    if (points > 0 && characters < TextLayer.MOST_GLYPHS) {
      if (characters == sizes.length) {
        sizes = Arrays.copyOf(sizes, 2 * characters);
      }
      sizes[characters++] = (float) points;
    }
  }

  /**
   * Counts a picture.
   *
   * @param part of the page that it covers
   */
  void addPicture(double part, double dpi) {
    pictured += part;
    pictureDpi = Math.max(pictureDpi, dpi);
  }

  /** The resolution for this page. */
  double dpi(int asked) {
    double needed = characters < WORTH_IT ? forPictures() : forType();
    return Math.max(asked, Math.min(needed, MOST_REFINED * asked));
  }

  private double forPictures() {
    return pictured >= MOST_OF_PAGE ? pictureDpi : 0;
  }

  private double forType() {
    float[] sorted = Arrays.copyOf(sizes, characters);
    Arrays.sort(sorted);
    return LEGIBLE_EM * 72 / sorted[WORTH_IT - 1];
  }
}

package io.scriptorium.renderer;

/**
 * What there is to be seen on a page.
 *
 * @param share part of the page that differs from the paper around it, from 0 to 1, not counting
 *     its edge, where scanners leave shadows
 * @param blank whether the page holds nothing that could be read: nothing at all, or dark edges,
 *     punch holes and specks of dust. In doubt it is not
 */
public record PageInk(double share, boolean blank) {
  public PageInk {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") is outside 0 to 1");
    }
  }

  /** Looks at the pixels of a page. */
  public static PageInk of(RasterImage image) {
    return InkMap.of(image).ink();
  }
}

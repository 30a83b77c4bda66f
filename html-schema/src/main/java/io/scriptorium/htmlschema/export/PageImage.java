package io.scriptorium.htmlschema.export;

/**
 * The picture of a page that its boxes refer to.
 *
 * @param path where it lies, relative to the result's folder; empty if there is none
 * @param dpi its pixels per inch; 0 if that is not known
 */
public record PageImage(String path, double dpi) {
  /** A page that was never rendered. */
  public static final PageImage NONE = new PageImage("", 0);

  public PageImage {
    if (!(dpi >= 0) || Double.isInfinite(dpi)) {
      throw new IllegalArgumentException("dpi (" + dpi + ") is below 0");
    }
  }
}

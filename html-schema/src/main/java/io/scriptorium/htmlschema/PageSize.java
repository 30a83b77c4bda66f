package io.scriptorium.htmlschema;

/** Width and height of a page in pixels. */
public record PageSize(int width, int height) {
  public PageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("page size " + width + " x " + height + " is empty");
    }
  }
}

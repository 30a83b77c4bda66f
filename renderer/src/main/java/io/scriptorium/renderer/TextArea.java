package io.scriptorium.renderer;

/**
 * A text and the box that it fills on its page.
 *
 * @param x1 left edge in pixels of the upright page
 * @param y1 upper edge
 * @param x2 right edge
 * @param y2 lower edge
 * @param text in lines parted by {@code \n}; each may fill several lines of the box
 */
public record TextArea(int x1, int y1, int x2, int y2, String text) {
  public TextArea {
    if (x2 <= x1 || y2 <= y1) {
      throw new IllegalArgumentException(
          "box (" + x1 + " " + y1 + " " + x2 + " " + y2 + ") of a text has no area");
    }
  }

  int width() {
    return x2 - x1;
  }

  int height() {
    return y2 - y1;
  }
}

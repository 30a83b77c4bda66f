package io.scriptorium.htmlschema;

/**
 * A block's place on its page, in whole pixels of the upright page; the origin is the top left
 * corner, {@code x2} and {@code y2} are exclusive.
 */
public record BoundingBox(int x1, int y1, int x2, int y2) {
  public BoundingBox {
    if (x1 < 0 || y1 < 0) {
      throw new IllegalArgumentException("corner (" + x1 + ", " + y1 + ") is negative");
    }
    if (x2 <= x1) {
      throw new IllegalArgumentException("x2 (" + x2 + ") is not right of x1 (" + x1 + ")");
    }
    if (y2 <= y1) {
      throw new IllegalArgumentException("y2 (" + y2 + ") is not below y1 (" + y1 + ")");
    }
  }

  /** The box that covers a whole page. */
  static BoundingBox whole(PageSize page) {
    return new BoundingBox(0, 0, page.width(), page.height());
  }

  /** The box with those edges, which ends at the edge of the page and is at least a pixel large. */
  public static BoundingBox within(PageSize page, int x1, int y1, int x2, int y2) {
    int left = Math.min(Math.max(0, x1), page.width() - 1);
    int top = Math.min(Math.max(0, y1), page.height() - 1);
    return new BoundingBox(
        left,
        top,
        Math.max(left + 1, Math.min(x2, page.width())),
        Math.max(top + 1, Math.min(y2, page.height())));
  }

  /** The smallest box that covers this one and another. */
  public BoundingBox union(BoundingBox other) {
    return new BoundingBox(
        Math.min(x1, other.x1),
        Math.min(y1, other.y1),
        Math.max(x2, other.x2),
        Math.max(y2, other.y2));
  }

  boolean isOn(PageSize page) {
    return x2 <= page.width() && y2 <= page.height();
  }

  /** The four numbers as they stand in the attribute {@code data-bbox}. */
  String text() {
    return x1 + " " + y1 + " " + x2 + " " + y2;
  }
}

package io.scriptorium.samples.drawing;

/** A rectangle in points, y downwards from the top of the page. */
public record Frame(double left, double top, double right, double bottom) {
  public Frame {
    if (right < left || bottom < top) {
      throw new IllegalArgumentException(
          "frame " + left + " " + top + " " + right + " " + bottom + " is turned over");
    }
  }

  public static Frame of(double left, double top, double width, double height) {
    return new Frame(left, top, left + width, top + height);
  }

  public Frame with(Frame other) {
    return new Frame(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  public Frame grown(double by) {
    return new Frame(left - by, top - by, right + by, bottom + by);
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  public double centre() {
    return (left + right) / 2;
  }

  public double middle() {
    return (top + bottom) / 2;
  }
}

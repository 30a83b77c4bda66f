package io.scriptorium.samples;

/** A rectangle in points, y downwards from the top of the page. */
record Frame(double left, double top, double right, double bottom) {
  Frame {
    if (right < left || bottom < top) {
      throw new IllegalArgumentException(
          "frame " + left + " " + top + " " + right + " " + bottom + " is turned over");
    }
  }

  static Frame of(double left, double top, double width, double height) {
    return new Frame(left, top, left + width, top + height);
  }

  Frame with(Frame other) {
    return new Frame(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  Frame grown(double by) {
    return new Frame(left - by, top - by, right + by, bottom + by);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double centre() {
    return (left + right) / 2;
  }

  double middle() {
    return (top + bottom) / 2;
  }
}

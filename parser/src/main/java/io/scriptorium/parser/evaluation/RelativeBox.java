package io.scriptorium.parser.evaluation;

import io.scriptorium.htmlschema.BoundingBox;
import io.scriptorium.htmlschema.PageSize;

/**
 * A box in parts of its page's width and height, so that pages rendered at different resolutions
 * can be compared.
 */
record RelativeBox(double x1, double y1, double x2, double y2) {
  static RelativeBox of(BoundingBox box, PageSize page) {
    double width = page.width();
    double height = page.height();
    return new RelativeBox(
        box.x1() / width, box.y1() / height, box.x2() / width, box.y2() / height);
  }

  /** Intersection over union, from 0 to 1. */
  double overlap(RelativeBox other) {
    double width = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    double height = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double both = width * height;
    return both / (area() + other.area() - both);
  }

  private double area() {
    return (x2 - x1) * (y2 - y1);
  }
}

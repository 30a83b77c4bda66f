package io.scriptorium.renderer;

import java.util.List;

/**
 * What stands on a page, for its searchable PDF.
 *
 * @param number of the page, from 1
 * @param toPdfPoints from the pixels of the boxes to the points of the page, as its rendering told
 * @param areas in reading order
 */
public record PageText(int number, PageTransform toPdfPoints, List<TextArea> areas) {
  public PageText {
    if (number < 1) {
      throw new IllegalArgumentException("page number (" + number + ") is below 1");
    }
    areas = List.copyOf(areas);
  }
}

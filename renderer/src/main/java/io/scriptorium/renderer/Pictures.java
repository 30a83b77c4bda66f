package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures, which fill their place with colour, unlike charts, which are drawn on paper. In pixels
 * of the ink map. Safe for use by several threads.
 */
final class Pictures {
  /** The part of a picture that is no paper. Of 788 drawn charts all have less. */
  private static final double SOLID = 0.85;

  /** The shorter side of what is larger than a sign or a bar behind type. */
  private static final int SMALLEST = 48;

  private final InkSums colour;

  /**
   * @param colour what is no paper
   */
  Pictures(InkSums colour) {
    this.colour = colour;
  }

  /** Whether an area is filled as a picture is. */
  boolean isFilled(Area area) {
    return colour.in(area) >= SOLID * area.width() * area.height();
  }

  /** Pictures that lie in none of some areas. */
  List<Area> outside(List<Area> taken) {
    Area whole = colour.whole();
    ConnectedInk parts = colour.without(taken).parts();
    List<Area> found = new ArrayList<>();
    for (int at = 0; at < whole.width() * whole.height(); at++) {
      if (parts.isLeft(at)) {
        parts.take(at);
        Area area = parts.bounds();
        boolean isLarge = Math.min(area.width(), area.height()) >= SMALLEST;
        if (isLarge && isFilled(area) && taken.stream().noneMatch(area::meets)) {
          found.add(area);
        }
      }
    }
    return found;
  }
}

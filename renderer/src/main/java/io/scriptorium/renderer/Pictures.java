package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures, which fill their place with many colours. Charts are drawn on paper, or on a ground of
 * one colour, and so are notes on a tint. In pixels of the ink map. Safe for use by several
 * threads.
 */
final class Pictures {
  /** By how much a channel of what has another colour differs. */
  private static final int OTHER = 24;

  /** The part of a picture that is no paper. Of 788 drawn charts all have less. */
  private static final double FILLED = 0.85;

  /** The part that has about its middle colour; a ground of one colour is more. */
  private static final double MOST_ALIKE = 0.5;

  /** The same of what holds no text, and is more than an empty ground in a frame. */
  private static final double MOST_PLAIN = 0.9;

  private static final int FRAME = 4;

  /** The shorter side of what is larger than a sign or a bar behind type. */
  private static final int SMALLEST = 48;

  private final byte[] colours;
  private final int width;
  private final InkSums printed;

  private Pictures(byte[] colours, int width, InkSums printed) {
    this.colours = colours;
    this.width = width;
    this.printed = printed;
  }

  /**
   * Pictures in an image.
   *
   * @param image that the map is of, with paper in its upper left corner
   */
  static Pictures of(RasterImage image, InkMap map) {
    byte[] rgb = image.rgb();
    byte[] colours = new byte[3 * map.width() * map.height()];
    for (int i = 0; i < colours.length / 3; i++) {
      int x = Math.min(image.width() - 1, i % map.width() * map.scale());
      int y = Math.min(image.height() - 1, i / map.width() * map.scale());
      System.arraycopy(rgb, 3 * (y * image.width() + x), colours, 3 * i, 3);
    }
    int[] paper = {rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF};
    InkSums printed = new InkSums(map.width(), map.height(), i -> !isAlike(colours, i, paper));
    return new Pictures(colours, map.width(), printed);
  }

  private static boolean isAlike(byte[] colours, int index, int[] colour) {
    for (int channel = 0; channel < 3; channel++) {
      if (Math.abs((colours[3 * index + channel] & 0xFF) - colour[channel]) > OTHER) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is nothing but paper in an area. */
  boolean isPaper(Area area) {
    return printed.in(area) == 0;
  }

  /** Whether an area is filled as a picture is. */
  boolean isPicture(Area area) {
    return isFilled(area, MOST_ALIKE);
  }

  private boolean isFilled(Area area, double mostAlike) {
    double size = (double) area.width() * area.height();
    return printed.in(area) >= FILLED * size && alike(area) <= mostAlike * size;
  }

  /** How many pixels have about the middle colour. */
  private int alike(Area area) {
    MiddleColour colour = new MiddleColour();
    for (int y = area.top(); y < area.bottom(); y++) {
      colour.add(colours, y * width + area.left(), y * width + area.right());
    }
    int[] middle = colour.get();
    int alike = 0;
    for (int y = area.top(); y < area.bottom(); y++) {
      for (int x = area.left(); x < area.right(); x++) {
        alike += isAlike(colours, y * width + x, middle) ? 1 : 0;
      }
    }
    return alike;
  }

  private static Area inner(Area area) {
    return new Area(
        area.left() + FRAME, area.top() + FRAME, area.right() - FRAME, area.bottom() - FRAME);
  }

  /** Pictures that lie in none of some areas, in which all text that was read is. */
  List<Area> outside(List<Area> taken) {
    Area whole = printed.whole();
    ConnectedInk parts = printed.without(taken).parts();
    List<Area> found = new ArrayList<>();
    for (int at = 0; at < whole.width() * whole.height(); at++) {
      if (parts.isLeft(at)) {
        parts.take(at);
        Area area = parts.bounds();
        boolean isLarge = Math.min(area.width(), area.height()) >= SMALLEST;
        if (isLarge && taken.stream().noneMatch(area::meets) && isFilled(inner(area), MOST_PLAIN)) {
          found.add(area);
        }
      }
    }
    return found;
  }
}

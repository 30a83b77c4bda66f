package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;

/**
 * Sorts connected ink into marks that someone may have made, and what scanning leaves: dark edges,
 * punch holes, dust. Lengths are parts of the sides of the page, since not every file knows its
 * size.
 */
final class Blots {
  /** How far from the edge what a scanner leaves there may reach; it starts at the very edge. */
  static final double EDGE = 0.07;

  /** More than this part of a page is more than all holes and specks that are taken for such. */
  static final double MOST_MEANINGLESS = 0.01;

  /** Centres of punch holes are 12 mm from the edge. */
  private static final double PUNCHED = 0.12;

  private static final double SMALLEST_HOLE = 0.015;
  private static final double LARGEST_HOLE = 0.06;

  /** A disc fills pi/4 of its square. */
  private static final double ROUND = 0.68;

  private static final double MOST_UNEVEN = 1.35;
  private static final int MOST_HOLES = 4;

  /** Pixels of a speck; a full stop of 12 point type on a page of 100 dpi has as many. */
  private static final int SPECK = 4;

  /** More are a grain that nobody can tell from dotted lines. */
  private static final int MOST_SPECKS = 40;

  private final ConnectedInk ink;
  private final int width;
  private final int height;

  private int area;
  private int inside;

  private int specks;
  private int holes;
  private int marks;

  private Blots(boolean[] ink, int width, int height) {
    this.ink = new ConnectedInk(ink, width, height);
    this.width = width;
    this.height = height;
  }

  static Blots of(boolean[] ink, int width, int height) {
    Blots blots = new Blots(ink, width, height);
    blots.sort();
    return blots;
  }

  /** Whether nobody can have made them to be read. */
  boolean areMeaningless() {
    return marks == 0 && specks <= MOST_SPECKS && holes <= MOST_HOLES;
  }

  private void sort() {
    for (int at = 0; at < width * height; at++) {
      if (ink.isLeft(at)) {
        take(at);
        if (area <= SPECK) {
          specks += inside > 0 ? 1 : 0;
        } else if (isHole()) {
          holes++;
        } else {
          marks += isAtEdge() ? inside : area;
        }
      }
    }
  }

  /** Takes a connected piece and measures it. */
  private void take(int start) {
    area = ink.take(start);
    inside = 0;
    for (int i = 0; i < area; i++) {
      inside += isNearEdge(ink.pixel(i) % width, Math.floorDiv(ink.pixel(i), width)) ? 0 : 1;
    }
  }

  private boolean isAtEdge() {
    Area bounds = ink.bounds();
    return bounds.left() == 0
        || bounds.top() == 0
        || bounds.right() == width
        || bounds.bottom() == height;
  }

  private boolean isNearEdge(int x, int y) {
    return x < EDGE * width
        || x >= (1 - EDGE) * width
        || y < EDGE * height
        || y >= (1 - EDGE) * height;
  }

  private boolean isHole() {
    Area bounds = ink.bounds();
    int wide = bounds.width();
    int high = bounds.height();
    double side = Math.min(width, height);
    double most = Math.max(wide, high);
    boolean sized = most >= SMALLEST_HOLE * side && most <= LARGEST_HOLE * side;
    boolean round = most <= MOST_UNEVEN * Math.min(wide, high) && area >= ROUND * wide * high;
    boolean beside =
        bounds.right() - 1 < PUNCHED * width
            || bounds.left() >= (1 - PUNCHED) * width
            || bounds.bottom() - 1 < PUNCHED * height
            || bounds.top() >= (1 - PUNCHED) * height;
    return sized && round && beside;
  }
}

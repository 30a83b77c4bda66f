package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How large the type of a part of a page is, told by its characters as they hang together, not by
 * its lines: where lines are set tight or a scan is blurred, there is no white between them.
 * Lengths are pixels of the ink map. Safe for use by several threads.
 */
final class TypeSize {
  /** What of the ink is taken to be as black as the type is. */
  private static final double BLACKEST = 0.15;

  /** Less of that black is the blur around a character. */
  private static final double BLUR = 0.28;

  /** Of the heights of characters from low to high, where those of capitals are. */
  private static final double CAPITALS = 0.85;

  /** What is lower is a dot or noise, and what is higher is a rule or a picture. */
  private static final int LOWEST = 3;

  private static final int HIGHEST = 30;

  /** Of their height: characters that touch are no wider, rules are. */
  static final int WIDEST = 8;

  private final InkMap map;
  private final InkSums ink;

  /**
   * @param ink of the map, with what counts
   */
  TypeSize(InkMap map, InkSums ink) {
    this.map = map;
    this.ink = ink;
  }

  /**
   * The height of capitals in an area, about three quarters of the size of the type; 0 if there is
   * no type.
   */
  int capitals(Area area) {
    int width = area.width();
    int[] strengths =
        IntStream.range(0, width * area.height())
            .map(i -> strength(area.left() + i % width, area.top() + i / width))
            .toArray();
    double least = Math.max(1, BLUR * black(strengths));
    boolean[] characters = new boolean[strengths.length];
    for (int i = 0; i < strengths.length; i++) {
      characters[i] = strengths[i] >= least;
    }
    ConnectedInk pieces = new ConnectedInk(characters, width, area.height());
    int[] found = new int[HIGHEST + 1];
    for (int i = 0; i < characters.length; i++) {
      if (pieces.isLeft(i)) {
        pieces.take(i);
        Area box = pieces.bounds();
        int height = box.height();
        if (height >= LOWEST && height <= HIGHEST && box.width() <= WIDEST * height) {
          found[height]++;
        }
      }
    }
    return upTo(found, CAPITALS);
  }

  private int strength(int x, int y) {
    return ink.isAt(x, y) ? map.strength(y * map.width() + x) : 0;
  }

  private static int black(int[] strengths) {
    int[] found = new int[InkMap.STRONGEST + 1];
    for (int strength : strengths) {
      found[strength]++;
    }
    found[0] = 0;
    return upTo(found, 1 - BLACKEST);
  }

  /** The value that this share of what was counted does not exceed; 0 if nothing was counted. */
  private static int upTo(int[] counts, double share) {
    int all = Arrays.stream(counts).sum();
    int value = 0;
    for (int below = counts[0]; below < share * all; ) {
      below += counts[++value];
    }
    return value;
  }
}

package io.scriptorium.renderer;

import io.scriptorium.renderer.InkSums.Area;

/**
 * Specks that stand alone, on the glass of a scanner for instance, with the faint pattern that JPEG
 * surrounds them with. Lengths are pixels of the ink map, of about a fourth of a millimetre.
 */
final class Dust {
  /** How far around a speck no other ink may be. */
  private static final int ALONE = 10;

  /** Sides of the pattern around a speck: that of two blocks of JPEG. */
  private static final int LARGEST = 16;

  /** Pixels at least half as strong as the strongest; a digit of the smallest type has more. */
  private static final int SPECK = 6;

  private final InkMap map;
  private final boolean[] kept;

  private Dust(InkMap map) {
    this.map = map;
    this.kept = map.pixels().clone();
  }

  /** The ink that is no dust, rows from the top. */
  static boolean[] without(InkMap map) {
    Dust dust = new Dust(map);
    dust.remove();
    return dust.kept;
  }

  private void remove() {
    ConnectedInk pieces = new ConnectedInk(map.pixels(), map.width(), map.height());
    for (int at = 0; at < kept.length; at++) {
      if (!pieces.isLeft(at)) {
        continue;
      }
      int area = pieces.take(at);
      Area bounds = pieces.bounds();
      if (bounds.width() <= LARGEST && bounds.height() <= LARGEST && isDust(bounds)) {
        for (int i = 0; i < area; i++) {
          kept[pieces.pixel(i)] = false;
        }
      }
    }
  }

  /** Whether what is in the box and around it is strong in a few pixels only. */
  private boolean isDust(Area box) {
    int left = Math.max(0, box.left() - ALONE);
    int right = Math.min(map.width(), box.right() + ALONE);
    int top = Math.max(0, box.top() - ALONE);
    int bottom = Math.min(map.height(), box.bottom() + ALONE);
    int[] strengths = new int[InkMap.STRONGEST + 1];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        strengths[map.strength(y * map.width() + x)]++;
      }
    }
    int strongest = InkMap.STRONGEST;
    while (strengths[strongest] == 0) {
      strongest--;
    }
    int strong = 0;
    for (int strength = (strongest + 1) / 2; strength <= strongest; strength++) {
      strong += strengths[strength];
    }
    return strong <= SPECK;
  }
}

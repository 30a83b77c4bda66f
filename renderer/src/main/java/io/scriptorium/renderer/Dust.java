package io.scriptorium.renderer;

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
    int width = map.width();
    ConnectedInk pieces = new ConnectedInk(map.pixels(), width, map.height());
    for (int at = 0; at < kept.length; at++) {
      if (!pieces.isLeft(at)) {
        continue;
      }
      int area = pieces.take(at);
      int left = width;
      int right = 0;
      int top = map.height();
      int bottom = 0;
      for (int i = 0; i < area; i++) {
        int x = pieces.pixel(i) % width;
        int y = Math.floorDiv(pieces.pixel(i), width);
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
      if (right - left <= LARGEST && bottom - top <= LARGEST && isDust(left, top, right, bottom)) {
        for (int i = 0; i < area; i++) {
          kept[pieces.pixel(i)] = false;
        }
      }
    }
  }

  /** Whether what is in the box and around it is strong in a few pixels only. */
  private boolean isDust(int left, int top, int right, int bottom) {
    int[] strengths = new int[InkMap.STRONGEST + 1];
    for (int y = Math.max(0, top - ALONE); y < Math.min(map.height(), bottom + ALONE); y++) {
      for (int x = Math.max(0, left - ALONE); x < Math.min(map.width(), right + ALONE); x++) {
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
